/** JSON that names a member twice is valid, and `JSON.parse` keeps the last: the other value would be lost silently. */

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The first member name that occurs twice in one object of a valid JSON text, or `undefined`. */
export function findDuplicate(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    switch (token) {
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(undefined);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ':': {
        // A colon outside a text follows a member's name. Names may be escaped: `"a"` and `"\u0061"` are the same.
        const name = last.includes('\\') ? (JSON.parse(last) as string) : last.slice(1, -1);
        const names = open[open.length - 1];
        if (names?.has(name)) return name;
        names?.add(name);
        break;
      }
      default:
        last = token;
    }
  }
  return undefined;
}
