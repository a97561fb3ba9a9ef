/** Finds places in JSON text without parsing it. */

const backslash = 0x5c;

/**
 * The index behind the closing quote of the text that starts at `start`: the next unescaped quote. Returns `within` if it
 * ends later.
 */
export function endOfText(json: string, start: number, within = json.length): number {
  for (let end = json.indexOf('"', start + 1); end >= 0 && end < within; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return Math.min(within, json.length);
}
