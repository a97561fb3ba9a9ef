/**
 * Run by npm after an installation: builds the console, where what builds it was installed. `npm ci --omit=dev` leaves that
 * out: then the console in `dist/` is used as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

function isInstalled(name: string): boolean {
  try {
    return import.meta.resolve(name) !== '';
  } catch {
    return false;
  }
}

if (isInstalled('vite')) {
  process.exitCode =
    spawnSync('npm run --silent build:console', { cwd: root, stdio: 'inherit', shell: true }).status ?? 1;
} else if (!existsSync(`${root}dist/console/index.html`)) {
  process.stderr.write(
    'The console is not built, for what builds it was left out: run `npm ci` without --omit=dev once, or copy dist/ here.\n',
  );
}
