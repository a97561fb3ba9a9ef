/** A short note that something was done; problems stand where they belong and are never told like this. */
import { notifications } from '@mantine/notifications';

export const told = (message: string): void => {
  notifications.show({ message, color: 'teal', autoClose: 4000 });
};

/** For a button that has no place of its own where a problem could stand. */
export const failed = (message: string): void => {
  notifications.show({ message, color: 'red', autoClose: 8000 });
};
