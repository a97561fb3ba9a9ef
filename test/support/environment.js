/** Jest's Node environment that, after every hook of a test file has run, ends whatever the file has started. */
import { TestEnvironment } from 'jest-environment-node';

export default class extends TestEnvironment {
  async teardown() {
    await this.global[Symbol.for('leadspec end of test file')]?.();
    await super.teardown();
  }
}
