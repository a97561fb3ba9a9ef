/**
 * Writes a document as YAML that means the same to parsers of YAML 1.1 and 1.2. A text is plain only if both versions read
 * it as that text, a block only if its lines are plain, and otherwise in double quotes with escapes. Numbers have a form
 * that both versions read as a number.
 */
import { Document, Scalar, type ScalarTag, visit } from 'yaml';

/** `value`: any JSON value. */
export function yamlOf(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, customTags: (tags) => [exponent, ...tags] });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.type = styleOf(node.value);
    },
    Pair(_, { key }) {
      if (!(key instanceof Scalar)) return;
      key.type = isPlain(String(key.value)) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
      // Ruby reads `<<` as the merge key of YAML 1.1, even in quotes, unless it is tagged as text.
      if (key.value === '<<') key.tag = 'tag:yaml.org,2002:str';
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY });
  // The library leaves these characters unescaped within double quotes.
  return text.replace(unprintable, escaped);
}

function styleOf(text: string): Scalar.Type {
  if (isPlain(text)) return Scalar.PLAIN;
  return isBlock(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

/** Begins with a letter, and contains nothing that begins a value (`: `) or a comment (` #`). */
const isPlain = (text: string): boolean =>
  /^\/?[A-Za-zÀ-ɏ$](?:[A-Za-z0-9À-ɏ $_./(){}+'’“”–…;,`"*=<>?!@%&|^~-]|:(?=\S)|(?<=\S)#)*$/.test(text) &&
  !text.endsWith(' ') &&
  !words.test(text);

/** The words of YAML 1.1 for booleans and null, and `e1`, which some parsers read as a number. */
const words = /^(y|n|yes|no|true|false|on|off|null|e[\d_]+)$/i;

/** Several lines. The first is not indented, and no line has only blanks, which a parser might read as indentation. */
const isBlock = (text: string): boolean =>
  text.includes('\n') && /^\S/.test(text) && !/^ +$/m.test(text) && !text.endsWith('\n\n') && !odd.test(text);

/** Characters that not every version allows in a line: control characters, other line ends, a byte order mark. */
const odd = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Characters that YAML does not allow outside double quotes, or reads as a line end. */
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** YAML 1.1 requires a point in a number with an exponent. JSON writes `1e+21`. */
const exponent: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number' && String(value).includes('e'),
  test: /^[-+]?\d+\.\d+e[-+]\d+$/,
  resolve: Number,
  stringify: ({ value }) => String(value).replace(/^(-?\d+)e/, '$1.0e'),
};
