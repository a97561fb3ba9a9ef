/**
 * Jest's Node environment that, after every hook of a test file has run, ends whatever the file has started. A worker with
 * nothing left to do exits at once: to take its large heap apart first, as Node does by itself, takes longer than jest waits
 * before it says that something was left open. Where something is, `beforeExit` does not come, and jest says so.
 */
import { TestEnvironment } from 'jest-environment-node';
import { whenInterrupted } from './interrupted.ts';

if (process.send) process.once('beforeExit', () => process.exit());

export default class extends TestEnvironment {
  #endOfFile = () => this.global?.[Symbol.for('leadspec end of test file')]?.();
  #interrupted = whenInterrupted(this.#endOfFile);

  async teardown() {
    await this.#endOfFile();
    this.#interrupted();
    await super.teardown();
  }
}
