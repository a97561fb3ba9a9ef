/** See setup.js. */
export { default } from './global-teardown.ts';
