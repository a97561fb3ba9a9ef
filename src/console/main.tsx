/** Starts the console. It loads the styles in the one order that works, then the app. */
import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/global.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { styleNonce } from './app/nonce.ts';
import { closeCalendarsFirst } from './ui/escape.ts';
import { returnLostFocus } from './ui/lost-focus.ts';

// Without the nonce, the policy blocks the style with which a modal locks scrolling.
setNonce(styleNonce);

closeCalendarsFirst();
returnLostFocus();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
