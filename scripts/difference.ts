/**
 * A text as its difference from another one, for people to read: a unified diff with one line around each change, in which a
 * change is headed by where it is (the keys above it, or the statement) and not by a line number, so that it stays the same
 * when lines are added elsewhere. A long run of removed lines is shown by its first line and by the lines that
 * begin a part: all of them stand in the other text. Nothing is lost: `rebuilt` makes the text again.
 */
import { diffLinesRaw } from 'jest-diff';

/** How a kind of text is laid out. */
export interface Layout {
  /** Names the place of a line: what encloses it. */
  readonly placeOf: (lines: readonly string[], index: number) => string;
  /** Whether a part begins here that is compared by itself: an operation, a schema, a statement. */
  readonly beginsPart: (line: string) => boolean;
}

const linesAround = 1;
/** Removed lines that are shown whole. */
const shownWhole = 6;

const indentation = (line: string): number => line.length - line.trimStart().length;

/** The place of a line of YAML is made of the keys that enclose it. */
export const yaml: Layout = {
  beginsPart: (line) => line.trim() !== '' && indentation(line) <= 4,
  placeOf: (lines, index) => {
    const keys: string[] = [];
    const written = lines.slice(0, index + 1).findLast((line) => line.trim() !== '') ?? '';
    let inner = indentation(written);
    for (let above = index - 1; above >= 0 && inner > 0; above--) {
      const line = lines[above] ?? '';
      if (line.trim() === '' || indentation(line) >= inner) continue;
      inner = indentation(line);
      keys.unshift(line.trim().replace(/^- /, '').replace(/:.*$/, ''));
    }
    return keys.join(' › ');
  },
};

/** The place of a line of SQL is its statement, as its heading calls it. */
export const sql: Layout = {
  beginsPart: (line) => line.startsWith('-- To '),
  placeOf: (lines, index) =>
    lines
      .slice(0, index + 1)
      .findLast(sql.beginsPart)
      ?.slice('-- '.length) ?? '',
};

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** Lines of the base before this one. */
  readonly at: number;
}

/** Part by part, so that lines which many parts have are not taken for those of another part. */
function compared(base: readonly string[], other: readonly string[], layout: Layout): Line[] {
  const parts = partsOf(base, layout);
  const otherParts = partsOf(other, layout);
  let at = 0;
  const asLines = (changes: ReturnType<typeof diffLinesRaw>): Line[] =>
    changes.map((change) => {
      const sign = change[0] === 0 ? ' ' : change[0] === -1 ? '-' : '+';
      const line: Line = { sign, text: change[1], at };
      if (sign !== '+') at++;
      return line;
    });
  const names = (all: readonly (readonly string[])[]) => all.map(([first = '']) => first);
  let part = 0;
  let otherPart = 0;
  return diffLinesRaw(names(parts), names(otherParts)).flatMap(({ 0: change }) => {
    const before = change === 1 ? [] : (parts[part++] ?? []);
    const after = change === -1 ? [] : (otherParts[otherPart++] ?? []);
    return asLines(diffLinesRaw([...before], [...after]));
  });
}

function partsOf(lines: readonly string[], { beginsPart }: Layout): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (beginsPart(line)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}

/** The changes, each with the lines around it; those that meet are one. */
function hunksOf(lines: readonly Line[]): Line[][] {
  const hunks: Line[][] = [];
  let end = 0;
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    const start = Math.max(index - linesAround, end);
    const until = Math.min(index + linesAround + 1, lines.length);
    const part = lines.slice(start, until);
    if (start === end && hunks.length > 0) hunks.at(-1)?.push(...part);
    else hunks.push(part);
    end = until;
  }
  return hunks;
}

/** A long run of removed lines is shown by its first line and by the lines that begin a part. */
function shortened(hunk: readonly Line[], { beginsPart }: Layout): string[] {
  const shown: string[] = [];
  let left = 0;
  const showLeft = () => {
    if (left > 0) shown.push(`-… ${left} lines …`);
    left = 0;
  };
  for (const [index, { sign, text }] of hunk.entries()) {
    const leaveOut = sign === '-' && !beginsPart(text) && runAt(hunk, index) > shownWhole;
    if (leaveOut && hunk[index - 1]?.sign === '-') left++;
    else {
      showLeft();
      shown.push(`${sign}${text}`);
    }
  }
  showLeft();
  return shown;
}

/** The length of the run of removed lines that a line stands in. */
function runAt(hunk: readonly Line[], index: number): number {
  const start = hunk.slice(0, index).findLastIndex(({ sign }) => sign !== '-') + 1;
  const end = hunk.findIndex(({ sign }, at) => at > index && sign !== '-');
  return (end < 0 ? hunk.length : end) - start;
}

/** `name`: what the base is called in the first line. */
export function difference(name: string, base: string, text: string, layout: Layout): string {
  const baseLines = base.split('\n');
  const hunks = hunksOf(compared(baseLines, text.split('\n'), layout));
  const shown = hunks.flatMap((hunk) => [
    `@@ ${layout.placeOf(baseLines, hunk[0]?.at ?? 0)}`,
    ...shortened(hunk, layout),
  ]);
  return [`Different from ${name}:`, ...shown, ''].join('\n');
}

/** The text that a difference was made of. Throws when a change has no place in the base. */
export function rebuilt(base: string, changes: string, layout: Layout): string {
  const baseLines = base.split('\n');
  const made: string[] = [];
  let at = 0;
  for (const hunk of changes
    .replace(/\n$/, '')
    .split(/\n@@ ?/)
    .slice(1)) {
    const [place = '', ...lines] = hunk.split('\n');
    let start = at;
    while (layout.placeOf(baseLines, start) !== place || !stands(lines, baseLines, start))
      if (++start > baseLines.length) throw new Error(`no place for the change at ${place}`);
    made.push(...baseLines.slice(at, start));
    at = start + lengthInBase(lines);
    for (const line of lines) if (!line.startsWith('-')) made.push(line.slice(1));
  }
  return [...made, ...baseLines.slice(at)].join('\n');
}

/** How many lines of the base a line of a difference stands for. */
function lengthOf(line: string): number {
  const left = /^-… (\d+) lines …$/.exec(line);
  return left ? Number(left[1]) : line.startsWith('+') ? 0 : 1;
}

const lengthInBase = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + lengthOf(line), 0);

/** Whether the lines of a change that are of the base stand there from `start` on. */
function stands(lines: readonly string[], base: readonly string[], start: number): boolean {
  let at = start;
  for (const line of lines) {
    const length = lengthOf(line);
    if (!line.startsWith('-… ') && length === 1 && base[at] !== line.slice(1)) return false;
    at += length;
  }
  return true;
}
