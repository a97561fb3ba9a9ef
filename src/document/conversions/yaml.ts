/**
 * A document as YAML that means the same to every parser, of YAML 1.1 as of 1.2: a text is written without quotes only where both
 * read it as that text, as a block only where its lines are plain, and in double quotes with escapes otherwise. Numbers have the form
 * that both take for a number.
 */
import { Document, Scalar, type ScalarTag, visit } from 'yaml';

/** `value`: what JSON can say. */
export function yamlOf(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, customTags: (tags) => [exponent, ...tags] });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.type = styleOf(node.value);
    },
    Pair(_, { key }) {
      if (!(key instanceof Scalar)) return;
      key.type = isPlain(String(key.value)) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
      // Ruby takes it for the merge of YAML 1.1 even in quotes, unless it is said to be a text.
      if (key.value === '<<') key.tag = 'tag:yaml.org,2002:str';
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY });
  // They stand in double quotes, where the library leaves them as they are.
  return text.replace(unprintable, escaped);
}

function styleOf(text: string): Scalar.Type {
  if (isPlain(text)) return Scalar.PLAIN;
  return isBlock(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

/** Begins with a letter, and holds nothing that begins a value (`: `) or a comment (` #`). */
const isPlain = (text: string): boolean =>
  /^\/?[A-Za-zÀ-ɏ$](?:[A-Za-z0-9À-ɏ $_./(){}+'’“”–…;,`"*=<>?!@%&|^~-]|:(?=\S)|(?<=\S)#)*$/.test(text) &&
  !text.endsWith(' ') &&
  !words.test(text);

/** The words of YAML 1.1 for truth and for nothing; and `e1`, which some take for a number. */
const words = /^(y|n|yes|no|true|false|on|off|null|e[\d_]+)$/i;

/** Several lines, the first of which is not indented, and none of which is blanks alone: those a parser might count as indentation. */
const isBlock = (text: string): boolean =>
  text.includes('\n') && /^\S/.test(text) && !/^ +$/m.test(text) && !text.endsWith('\n\n') && !odd.test(text);

/** What does not stand in a line in every version: control characters, other line ends, a byte order mark. */
const odd = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** YAML allows none of them outside double quotes, or reads them as the end of a line. */
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** YAML 1.1 asks for a point in a number with an exponent; JSON writes `1e+21`. */
const exponent: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number' && String(value).includes('e'),
  test: /^[-+]?\d+\.\d+e[-+]\d+$/,
  resolve: Number,
  stringify: ({ value }) => String(value).replace(/^(-?\d+)e/, '$1.0e'),
};
