/** Jest makes CommonJS of a global setup in TypeScript; from here on Node itself loads it, as it loads the service. */
export { default } from './global-setup.ts';
