/**
 * Jest's Node environment, which ends everything that a test file has started after all its hooks. A worker without further
 * work exits at once: Node would first free its large heap, which takes longer than jest waits before it reports open
 * handles. If something is open, `beforeExit` does not fire, and jest reports it.
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
