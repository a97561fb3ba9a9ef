/**
 * One campaign's part of a combined document: its paths, and its own components, under names that begin with its slug. A
 * component that is the same in every campaign is only named here; the combined document has it once.
 */
import { isDeepStrictEqual } from 'node:util';
import { baseDocument } from './base.ts';
import type { Interface } from './document-of.ts';
import { sharedProblems } from './examples/problem-examples.ts';
import type { Operation } from './openapi.ts';
import { sharedBase } from './overlay/apply.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Fragment {
  /** Members of `paths`, as JSON text with a comma before each. */
  readonly paths: Buffer;
  /** Members of each section of `components`, as JSON text with a comma before each. */
  readonly components: Readonly<Record<string, Buffer>>;
  /** The components that all campaigns share, as `section/name`. */
  readonly shared: readonly string[];
}

const references = /"#\/components\/([A-Za-z]+)\/([^"]+)"/g;

/** The components to which a text refers, as `section/name`. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(references)].map(([, section, name]) => `${section}/${name}`);
}

/** A slug has no underscore, so no prefix is the beginning of another. */
export const prefixOf = (slug: string): string => `${slug.replaceAll('-', '_')}_`;

/** Converts a part of a document into another form. A frozen part is converted once. */
export type Shape = <T>(part: T) => T;

export const asItIs: Shape = (part) => part;

export function fragmentOf(interfaced: Interface, slug: string, shape: Shape = asItIs): Fragment {
  const document = shape(interfaced);
  const prefix = prefixOf(slug);
  const names = new Map([...ownComponents(document, shape)].map((place) => [place, place.replace('/', `/${prefix}`)]));
  const [mine, shared] = [new Set<string>(), new Set<string>()];
  const nameOf = (place: string) => {
    const name = names.get(place);
    (name === undefined ? shared : mine).add(place);
    return name ?? place;
  };
  const paths = Buffer.from(pathsOf(document, slug, prefix, nameOf));
  const components: Record<string, string> = {};
  // The set grows during the loop: it gets every component that the paths need, and no other.
  for (const place of mine) {
    const [section = '', name] = nameOf(place).split('/');
    const member = `,${JSON.stringify(name)}:${rendered(componentAt(document, place), nameOf)}`;
    components[section] = (components[section] ?? '') + member;
  }
  const sections = Object.entries(components).map(([section, text]): [string, Buffer] => [section, Buffer.from(text)]);
  return { paths, components: Object.fromEntries(sections), shared: [...shared] };
}

/** Each operation gets a unique name, and the campaign as its tag. */
function pathsOf(document: Interface, slug: string, prefix: string, nameOf: NameOf): string {
  const tags = JSON.stringify([slug]);
  return Object.entries(document.paths)
    .map(([path, item]) => {
      const members = Object.entries(item).map(([name, value]) => {
        const { operationId, tags: _tags, ...rest } = value as Operation;
        const others = Object.entries(rest).map(([member, each]) => `"${member}":${rendered(each, nameOf)}`);
        return `"${name}":{"operationId":"${prefix}${operationId}","tags":${tags},${others.join(',')}}`;
      });
      return `,${JSON.stringify(`/campaigns/${slug}${path === '/' ? '' : path}`)}:{${members.join(',')}}`;
    })
    .join('');
}

/**
 * Components that are the same in every campaign. They differ from the base document only in the examples of problems, and
 * nothing in them refers to the token.
 */
const installationWide: ReadonlySet<string> = new Set([
  'schemas/Problem',
  'securitySchemes/token',
  ...sharedProblems.map((name) => `responses/${name}`),
]);

/** The components that differ from the base document, or refer to one that differs. */
function ownComponents(document: Interface, shape: Shape): ReadonlySet<string> {
  const base = shape(sharedBase(baseDocument('leads')));
  const own = new Set<string>();
  const others: [string, readonly string[]][] = [];
  for (const [section, members] of Object.entries(document.components as unknown as Sections)) {
    for (const [name, value] of Object.entries(members)) {
      const place = `${section}/${name}`;
      const there = componentAt(base, place);
      const same = value === there || installationWide.has(place) || isDeepStrictEqual(value, there);
      if (same) others.push([place, templateOf(value as object).places]);
      else own.add(place);
    }
  }
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    for (const [place, named] of others) if (named.some((other) => own.has(other))) own.add(place);
  }
  return own;
}

function componentAt(document: Interface, place: string): object {
  const [section = '', name = ''] = place.split('/');
  return (document.components as unknown as Sections)[section]?.[name] as object;
}

/** JSON text, split at its references to components: the text between the references, and the components. */
interface Template {
  readonly between: readonly string[];
  readonly places: readonly string[];
}

const templates = new WeakMap<object, Template>();

/** Parts that all documents share are split once. */
function templateOf(node: object): Template {
  const known = templates.get(node);
  if (known) return known;
  const text = JSON.stringify(node);
  const parts = text.includes('"#/components/') ? text.split(references) : [text];
  const made = {
    between: parts.filter((_, i) => i % 3 === 0),
    places: parts.flatMap((section, i) => (i % 3 === 1 ? [`${section}/${parts[i + 1]}`] : [])),
  };
  if (Object.isFrozen(node)) templates.set(node, made);
  return made;
}

/** Returns the name of a component in the combined document, as `section/name`. */
type NameOf = (place: string) => string;

function rendered(node: unknown, nameOf: NameOf): string {
  if (typeof node !== 'object' || node === null) return JSON.stringify(node);
  const { between, places } = templateOf(node);
  let text = between[0] ?? '';
  for (const [i, place] of places.entries()) text += `"#/components/${nameOf(place)}"${between[i + 1]}`;
  return text;
}
