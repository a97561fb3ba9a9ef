/** Jest turns a global setup in TypeScript into CommonJS. From here on, Node itself loads it, as it loads the service. */
export { default } from './global-setup.ts';
