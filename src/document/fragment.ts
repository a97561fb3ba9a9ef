/**
 * One campaign's part of a combined document: its paths, and those components that are its own, under names that begin with
 * its slug. What is the same in every campaign is named, and stands in the combined document once.
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
  /** Members of each section of `components`, likewise. */
  readonly components: Readonly<Record<string, Buffer>>;
  /** The components that it shares with all others, as `section/name`. */
  readonly shared: readonly string[];
}

const references = /"#\/components\/([A-Za-z]+)\/([^"]+)"/g;

/** What a component's text refers to, as `section/name`. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(references)].map(([, section, name]) => `${section}/${name}`);
}

/** `slug` has no underscore (02), so that no two prefixes begin alike. */
export const prefixOf = (slug: string): string => `${slug.replaceAll('-', '_')}_`;

/** Puts a part of a document into the form in which it is read; of a frozen part it always makes the same one. */
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
  // A set may grow while it is gone through: what nothing refers to, from the paths on, is left out.
  for (const place of mine) {
    const [section = '', name] = nameOf(place).split('/');
    const member = `,${JSON.stringify(name)}:${rendered(componentAt(document, place), nameOf)}`;
    components[section] = (components[section] ?? '') + member;
  }
  const sections = Object.entries(components).map(([section, text]): [string, Buffer] => [section, Buffer.from(text)]);
  return { paths, components: Object.fromEntries(sections), shared: [...shared] };
}

/** Each operation under a name of its own, and with the campaign for its tag. */
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

/** The same in every campaign: the examples of problems alone are not the base document's, and nothing refers to the token. */
const installationWide: ReadonlySet<string> = new Set([
  'schemas/Problem',
  'securitySchemes/token',
  ...sharedProblems.map((name) => `responses/${name}`),
]);

/** Those that differ from the base document's, or refer to one that does. */
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

/** JSON text, cut where it refers to a component: what stands between the references, and what these name. */
interface Template {
  readonly between: readonly string[];
  readonly places: readonly string[];
}

const templates = new WeakMap<object, Template>();

/** Of what all documents share, it is made once. */
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

/** The name by which a component is referred to, as `section/name`. */
type NameOf = (place: string) => string;

function rendered(node: unknown, nameOf: NameOf): string {
  if (typeof node !== 'object' || node === null) return JSON.stringify(node);
  const { between, places } = templateOf(node);
  let text = between[0] ?? '';
  for (const [i, place] of places.entries()) text += `"#/components/${nameOf(place)}"${between[i + 1]}`;
  return text;
}
