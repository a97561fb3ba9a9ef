/**
 * The order of test files: the longest first, so that no worker has a long file left when the others are done. A fresh clone
 * has no recorded times, so they come from `longest-files.json`, which `npm run longest-files` writes. Other files follow in
 * jest's order.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const longest = JSON.parse(readFileSync(new URL('longest-files.json', import.meta.url), 'utf8'));

export default class extends Sequencer {
  sort(tests) {
    const place = ({ path, context }) => {
      const at = longest.indexOf(relative(context.config.rootDir, path).replaceAll('\\', '/'));
      return at === -1 ? longest.length : at;
    };
    return super.sort(tests).sort((a, b) => this.hasFailed(b) - this.hasFailed(a) || place(a) - place(b));
  }
}
