/** Counts the records in a stream of lines, part by part. In CSV, a line break within quotes belongs to a value. */
const lineBreak = 10;
const quote = 34;

/** Takes the next part and gives the count so far. The head of CSV does not count. */
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
