/** A short note in the corner that something was done. A problem stands beside the input or list that it belongs to instead. */
import { notifications } from '@mantine/notifications';

export const showToast = (message: string): void => {
  notifications.show({ message, color: 'teal', autoClose: 4000 });
};

/** Only for a button beside which there is no place to show a problem. */
export const showFailure = (message: string): void => {
  notifications.show({ message, color: 'red', autoClose: 8000 });
};
