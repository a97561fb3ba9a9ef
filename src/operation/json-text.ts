/** Finding one's way in JSON text that is known to be valid, without parsing it. */

/** Behind the quote that ends the text which begins here: the next one that is not escaped. */
export function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
}
