/** Counts the records of a stream of lines as its parts come: in CSV, line breaks within quotes are part of a value. */
const lineBreak = 10;
const quote = 34;

/** The count so far, given the next part; the head of CSV is not counted. */
export function countLines(isCsv: boolean): (part: Uint8Array) => number {
  let lines = isCsv ? -1 : 0;
  let isQuoted = false;
  return (part) => {
    for (const byte of part) {
      if (isCsv && byte === quote) isQuoted = !isQuoted;
      else if (byte === lineBreak && !isQuoted) lines += 1;
    }
    return Math.max(0, lines);
  };
}
