/**
 * One campaign's part of a combined document: its paths, and those components that are its own, under names that begin with
 * its slug. What is the same in every campaign is named, and stands in the combined document once.
 */
import { baseDocument } from './base.ts';
import { type OpenApiDocument, operationsOf } from './openapi.ts';

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
  const texts = textsOf(document);
  const own = ownComponents(texts);
  const shared = new Set<string>();
  const rename = (text: string) =>
    text.replaceAll(references, (whole, section: string, name: string) => {
      if (own.has(`${section}/${name}`)) return `"#/components/${section}/${prefix}${name}"`;
      shared.add(`${section}/${name}`);
      return whole;
    });
  const components: Record<string, string> = {};
  for (const [place, text] of texts) {
    const [section = '', name = ''] = place.split('/');
    if (!own.has(place)) continue;
    const member = `${JSON.stringify(prefix + name)}:${rename(text)}`;
    components[section] = components[section] === undefined ? member : `${components[section]},${member}`;
  }
  return { paths: rename(pathsOf(document, slug, prefix)), components, shared: [...shared] };
}

/** Every component as JSON text, by `section/name`. */
function textsOf(document: OpenApiDocument): ReadonlyMap<string, string> {
  const sections = Object.entries(document.components as unknown as Sections);
  return new Map(
    sections.flatMap(([section, members]) =>
      Object.entries(members).map(([name, value]): [string, string] => [`${section}/${name}`, JSON.stringify(value)]),
    ),
  );
}

let ofBase: ReadonlyMap<string, string> | undefined;

/** Each operation under a name of its own, and with the campaign for its tag. */
function pathsOf(document: OpenApiDocument, slug: string, prefix: string): string {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [path, { parameters }] of Object.entries(document.paths)) paths[path] = parameters ? { parameters } : {};
  for (const { path, method, operation } of operationsOf(document)) {
    const named = { ...operation, operationId: prefix + operation.operationId, tags: [slug] };
    Object.assign(paths[path] as object, { [method]: named });
  }
  return Object.entries(paths)
    .map(([path, item]) => `${JSON.stringify(`/campaigns/${slug}${path === '/' ? '' : path}`)}:${JSON.stringify(item)}`)
    .join(',');
}

/** The same in every campaign: the problem's example alone is not the base document's, and nothing refers to the token. */
const installationWide: ReadonlySet<string> = new Set(['schemas/Problem', 'securitySchemes/token']);

/** Those that differ from the base document's, or refer to one that does. */
function ownComponents(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  ofBase ??= textsOf(baseDocument('leads'));
  const own = new Set<string>();
  const others = new Map<string, readonly string[]>();
  for (const [place, text] of texts) {
    if (text !== ofBase.get(place) && !installationWide.has(place)) own.add(place);
    else others.set(place, referencesIn(text));
  }
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    for (const [place, named] of others) if (named.some((other) => own.has(other))) own.add(place);
  }
  return own;
}
