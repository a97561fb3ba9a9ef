/**
 * Evaluates an admin's `pattern` in linear time (RE2), so that no pattern can backtrack without end. Only patterns that mean
 * the same in JavaScript and in RE2 are accepted: the document promises ECMA-262, and vendors' clients evaluate patterns
 * that way.
 */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { LRUCache } from 'lru-cache';
import { RE2JS } from 're2js';

/** The limit of the spec, plus a few characters for what the document puts before a pattern (`orEmpty`). */
const maxLength = 210;
/**
 * The largest size of a pattern with its repetitions written out, in instructions of RE2. Each character of a text costs as
 * much.
 */
const maxSize = 2_500;

/** JavaScript's `\s`, `\S` and `.`, spelled out, because RE2's are narrower. */
const space =
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';

export interface LinearPattern {
  /** In instructions of RE2. */
  readonly size: number;
  test(text: string): boolean;
  /** Ajv caches compiled patterns by this text. */
  toString(): string;
}

/** Compiled patterns, limited by their instructions. A document uses the same patterns at many places. */
const compiledPatterns = new LRUCache<string, LinearPattern>({
  maxSize: 1_000_000,
  sizeCalculation: ({ size }) => size + 100,
});

/**
 * Compiles a pattern, or returns it from the cache. Throws an Error with a sentence for the admin if the pattern cannot be
 * accepted.
 */
export function compilePattern(source: string): LinearPattern {
  const known = compiledPatterns.get(source) ?? compile(source);
  compiledPatterns.set(source, known);
  return known;
}

function compile(source: string): LinearPattern {
  if ([...source].length > maxLength) throw new Error(`A pattern has at most ${maxLength} characters.`);
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(translate(source));
  } catch (error) {
    throw new Error(
      `The pattern cannot be used: ${error instanceof Error ? error.message : 'it is not a regular expression'}.`,
    );
  }
  return {
    size: compiled.programSize(),
    test: (text) => compiled.matcher(text).find(),
    toString: () => `/${source}/linear`,
  };
}

/** Throws like {@link compilePattern}, and also for a pattern that is slow to evaluate. */
export function acceptPattern(source: string): void {
  if (compilePattern(source).size > maxSize)
    throw new Error('The pattern cannot be used: it has too many repetitions.');
}

/** The largest number of repetitions in RE2. */
const maxRepetitions = 1_000;

/**
 * Whether the pattern means the same in all languages for which vendors generate clients: it contains only ASCII, and no
 * `\u`, `\x` or `\c`. Ruby, PHP, Python, Go and Rust each fail at one of these.
 */
export function isPortable(source: string): boolean {
  if (!/^[ -~]*$/.test(source)) return false;
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  let portable = true;
  visitRegExpAST(ast, {
    onCharacterEnter: ({ raw }) => {
      if (/^\\[uxc0]/.test(raw)) portable = false;
    },
    onCharacterClassEnter: ({ elements }) => {
      if (elements.length === 0) portable = false;
    },
    onQuantifierEnter: ({ min, max }) => {
      if (min > maxRepetitions || (max > maxRepetitions && max !== Number.POSITIVE_INFINITY)) portable = false;
    },
  });
  return portable;
}

/** The same pattern in the syntax of RE2. */
function translate(source: string): string {
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  const edits: { start: number; end: number; text: string }[] = [];
  const edit = (node: { start: number; end: number }, text: string) =>
    edits.push({ start: node.start, end: node.end, text });
  const refuse = (what: string) => {
    throw new Error(`${what} cannot be evaluated in linear time, or has another meaning in other languages`);
  };
  visitRegExpAST(ast, {
    onAssertionEnter: (node) => {
      if (node.kind === 'lookahead' || node.kind === 'lookbehind') refuse('looking ahead or behind');
    },
    onBackreferenceEnter: () => refuse('a back reference'),
    onGroupEnter: (node) => {
      if (node.modifiers) refuse('a group with modifiers');
    },
    onCapturingGroupEnter: (node) => {
      if (node.name !== null) refuse('a named group');
    },
    onCharacterSetEnter: (node) => {
      const inClass = node.parent.type === 'CharacterClass';
      if (node.kind === 'any') edit(node, '[^\\n\\r\\x{2028}\\x{2029}]');
      else if (node.kind === 'space' && node.negate && inClass) refuse('\\S inside […]');
      else if (node.kind === 'space') edit(node, inClass ? space : `[${node.negate ? '^' : ''}${space}]`);
      else if (node.kind === 'property') refuse('\\p{…}');
    },
    onCharacterEnter: (node) => {
      const plain = node.raw.length <= 2 && !/^\\[ux0c]/.test(node.raw);
      if (!plain) edit(node, `\\x{${node.value.toString(16)}}`);
    },
  });
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source);
}

const examples = new LRUCache<string, { readonly text: string | undefined }>({ max: 1_000 });

/**
 * A text that matches; `undefined` if the search failed (for example for `\b`). Cached, because each document needs it at
 * several places.
 */
export function exampleOf(source: string, minLength: number): string | undefined {
  const key = `${minLength} ${source}`;
  const known = examples.get(key) ?? { text: shortExample(source, minLength) };
  examples.set(key, known);
  return known.text;
}

/** Takes the shortest way through the pattern. */
function shortExample(source: string, minLength: number): string | undefined {
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  const alternative = (node: (typeof ast.alternatives)[number]): string => node.elements.map(element).join('');
  const element = (node: (typeof ast.alternatives)[number]['elements'][number]): string => {
    switch (node.type) {
      case 'Character':
        return String.fromCodePoint(node.value);
      case 'CharacterSet':
        return node.kind === 'digit' && !node.negate ? '1' : node.kind === 'space' && !node.negate ? ' ' : 'a';
      case 'CharacterClass':
        return ofClass(node);
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives[0] ? alternative(node.alternatives[0]) : '';
      case 'Quantifier':
        return element(node.element).repeat(Math.min(node.max, Math.max(node.min, node.min === 0 ? 1 : node.min)));
      default:
        return '';
    }
  };
  const ofClass = (
    node: Extract<(typeof ast.alternatives)[number]['elements'][number], { type: 'CharacterClass' }>,
  ): string => {
    const [first] = node.elements;
    if (node.negate || !first) return 'a';
    if (first.type === 'CharacterClassRange') return String.fromCodePoint(first.min.value);
    return first.type === 'Character'
      ? String.fromCodePoint(first.value)
      : first.type === 'CharacterSet'
        ? element(first)
        : 'a';
  };
  const pattern = compilePattern(source);
  for (const choice of ast.alternatives) {
    const text = alternative(choice);
    if ([...text].length >= minLength && pattern.test(text)) return text;
  }
  return undefined;
}
