/**
 * One campaign's part of a combined document: its paths, and those components that are its own, under names that begin with
 * its slug. What is the same in every campaign is named, and stands in the combined document once.
 */
import { isDeepStrictEqual } from 'node:util';
import { sharedBase } from './apply.ts';
import { baseDocument } from './base.ts';
import type { OpenApiDocument, Operation } from './openapi.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Fragment {
  /** Members of `paths`, as JSON text. */
  readonly paths: string;
  /** Members of each section of `components`, as JSON text. */
  readonly components: Readonly<Record<string, string>>;
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

export function fragmentOf(document: OpenApiDocument, slug: string): Fragment {
  const prefix = prefixOf(slug);
  const own = ownComponents(document);
  const shared = new Set<string>();
  const names = new Map([...own].map((place) => [place, place.replace('/', `/${prefix}`)]));
  const nameOf = (place: string) => {
    const name = names.get(place);
    if (name === undefined) shared.add(place);
    return name ?? place;
  };
  const components: Record<string, string> = {};
  for (const [place, renamed] of names) {
    const [section = '', name] = renamed.split('/');
    const member = `${JSON.stringify(name)}:${rendered(componentAt(document, place), nameOf)}`;
    components[section] = components[section] === undefined ? member : `${components[section]},${member}`;
  }
  return { paths: pathsOf(document, slug, prefix, nameOf), components, shared: [...shared] };
}

/** Each operation under a name of its own, and with the campaign for its tag. */
function pathsOf(document: OpenApiDocument, slug: string, prefix: string, nameOf: NameOf): string {
  const tags = JSON.stringify([slug]);
  return Object.entries(document.paths)
    .map(([path, item]) => {
      const members = Object.entries(item).map(([name, value]) => {
        if (name === 'parameters') return `"parameters":${rendered(value, nameOf)}`;
        const { operationId, tags: _tags, ...rest } = value as Operation;
        const others = Object.entries(rest).map(([member, each]) => `"${member}":${rendered(each, nameOf)}`);
        return `"${name}":{"operationId":"${prefix}${operationId}","tags":${tags},${others.join(',')}}`;
      });
      return `${JSON.stringify(`/campaigns/${slug}${path === '/' ? '' : path}`)}:{${members.join(',')}}`;
    })
    .join(',');
}

/** The same in every campaign: the problem's example alone is not the base document's, and nothing refers to the token. */
const installationWide: ReadonlySet<string> = new Set(['schemas/Problem', 'securitySchemes/token']);

/** Those that differ from the base document's, or refer to one that does. */
function ownComponents(document: OpenApiDocument): ReadonlySet<string> {
  const base = sharedBase(baseDocument('leads'));
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

function componentAt(document: OpenApiDocument, place: string): object {
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
  const parts = JSON.stringify(node).split(references);
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
