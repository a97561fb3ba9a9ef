/**
 * `docs/clients.md` as a program: its sections by heading, each with the files that it shows and the commands that make the
 * client. The tests use both, so that the page cannot say what does not work. A section without commands is an error.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ClientSection {
  readonly heading: string;
  /** The section's files, by the name that follows the language of a code block. */
  readonly files: Readonly<Record<string, string>>;
  /** The names in the first column of the section's tables. */
  readonly formats: readonly string[];
  /** One shell line each. */
  readonly commands: readonly string[];
}

const page = readFileSync(fileURLToPath(new URL('../../../docs/clients.md', import.meta.url)), 'utf8');

function read(section: string): ClientSection {
  const blocks = [...section.matchAll(/^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)];
  const files = blocks.filter(([, , name]) => name !== undefined).map(([, , name, text]) => [name, text]);
  const commands = blocks
    .filter(([, language]) => language === 'sh')
    .flatMap(([, , , text = '']) => text.trim().split('\n'));
  const formats = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name = '']) => name);
  return { formats, heading: section.slice(0, section.indexOf('\n')), files: Object.fromEntries(files), commands };
}

export const clientSections: readonly ClientSection[] = page
  .split(/^#{2,3} /m)
  .slice(1)
  .map(read);

export function clientSection(heading: string): ClientSection {
  const section = clientSections.find((one) => one.heading === heading);
  if (!section || section.commands.length === 0) throw new Error(`docs/clients.md has no commands for ${heading}`);
  return section;
}

/** Writes the section's files into the folder. */
export function writeFiles(folder: string, { files }: ClientSection): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
