/**
 * A documentation page as Markdown, for programs that read it: complete enough to write an integration with curl alone. Also
 * `llms.txt`, which lists all files.
 */
import { leadExample } from '../document/examples/examples.ts';
import type { Offer } from '../document/offer.ts';
import {
  type OpenApiDocument,
  type Operation,
  type OperationEntry,
  type Parameter,
  type Schema,
  schemaName,
} from '../document/openapi.ts';
import { plain } from '../document/words/markdown-text.ts';
import { type Chapter, firstChapters, laterChapters, type PageSource } from './chapters.ts';
import { curl } from './curl.ts';
import { errorTable, inputCodeTable } from './error-catalogue.ts';
import { fieldTable, typeTable } from './field-table.ts';
import { filterTable, filterWords } from './filters.ts';
import { aboutWords, firstRequest, withFewFields } from './first-screen.ts';
import { operationsInOrder, referenceDocument, withoutFields } from './reference-document.ts';
import { labels, languages } from './sample-programs.ts';
import { markdownTable } from './table.ts';

export function markdownPage(source: PageSource): string {
  const { published, url, publicUrl } = source;
  const { document, offer } = published;
  const first = firstRequest(published);
  const chapter = ({ id, heading, text }: Chapter) => [`## ${heading}`, text, ...(extra[id] ?? [])];
  const extra: Readonly<Record<string, readonly string[]>> = {
    paging: ['### Filters', filterWords, markdownTable(filterTable(document, offer))],
    errors: [
      markdownTable(errorTable(document, offer.writes, publicUrl)),
      ...(offer.writes ? [markdownTable(inputCodeTable())] : []),
    ],
  };
  return `${[
    `# ${plain(offer.campaign.name)}: Lead API`,
    `${aboutWords(offer)} This page says exactly what your token may do. The page for people is ${url}.`,
    `Base URL: \`${document.servers[0]?.url ?? ''}\``,
    'Send the token with each request in the header `Authorization: Bearer …`. It is a secret: keep it on your server, and never put it in a URL. Put it in place of `YOUR_API_TOKEN` below.',
    `## ${first.heading}`,
    sh(first.lines),
    first.after,
    ...firstChapters(source).flatMap(chapter),
    '## Fields',
    ...(offer.fields.length === 0
      ? ['The campaign has no fields yet.']
      : [markdownTable(fieldTable(offer)), markdownTable(typeTable(offer))]),
    ...statuses(source),
    '## A lead',
    'Responses contain leads in this form:',
    json(leadExample(offer)),
    '## Operations',
    'All paths are below the base URL.',
    ...operationsInOrder(referenceDocument(published)).flatMap((entry) => operation(source, entry)),
    ...laterChapters(source).flatMap(chapter),
    '## Files',
    fileList(source),
  ].join('\n\n')}\n`;
}

const sh = (lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n');
const json = (value: unknown): string => ['```json', JSON.stringify(value, null, 2), '```'].join('\n');

function statuses({ published: { offer } }: PageSource): readonly string[] {
  if (offer.statusPin !== undefined || offer.statuses.length === 0) return [];
  const rows = offer.statuses.map(({ key, label, category }) => ({ cells: [`\`${key}\``, plain(label), category] }));
  const begins =
    offer.statusDefault === undefined ? '' : ` A new lead without a status gets \`${offer.statusDefault}\`.`;
  return [
    '## Statuses',
    `The category says whether a lead is still worked on, won or lost.${begins}`,
    markdownTable({ head: ['Status', 'Label', 'Category'], rows }),
  ];
}

function operation({ published: { document, offer } }: PageSource, entry: OperationEntry): readonly string[] {
  const { method, path, operation: details, parameters } = entry;
  return [
    `### ${String(details.summary ?? details.operationId)}`,
    `\`${method.toUpperCase()} ${path}\` (\`${details.operationId}\`)`,
    unwrapped(String(details.description ?? '')),
    ...(parameters.length === 0 ? [] : [parameters.map(parameterLine).join('\n')]),
    ...bodyLines(document, details),
    sh(curlOf(document, entry, offer)),
    responsesOf(details.responses),
    ...responseBody(document, details.responses),
  ];
}

/** Joins lines that were broken only for the editor of the document. */
const unwrapped = (text: string): string => text.trim().replaceAll(/(?<!\n)\n(?!\n|[-*] |\d+\. |\||>|```)/g, ' ');

function shortBody(offer: Offer, body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return {};
  if (!('items' in body) || !Array.isArray(body.items)) return withFewFields(offer, body);
  return { ...body, items: body.items.map((item: object) => withFewFields(offer, item)) };
}

function bodyLines(document: OpenApiDocument, { requestBody }: Operation): readonly string[] {
  const [content] = Object.values(requestBody?.content ?? {}) as readonly { readonly schema: Schema }[];
  return content ? [`Body:\n\n${memberLines(document, content.schema)}`] : [];
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

/** An example longer than this, in characters, is harder to read than a list of its members. */
const longestExample = 600;

/** The content of the first response. A lead is left out, because the page shows one lead once for all operations. */
function responseBody(document: OpenApiDocument, responses: Operation['responses']): readonly string[] {
  const [response] = Object.values(responses) as readonly Response[];
  const content = response?.content?.['application/json'];
  if (!content || nameOf(content.schema) === 'Lead') return [];
  const example = content.example === undefined ? undefined : JSON.stringify(content.example);
  if (example !== undefined && example.length <= longestExample) return [`\`\`\`json\n${example}\n\`\`\``];
  return [`Response:\n\n${memberLines(document, content.schema, { brief: true })}`];
}

const nameOf = ({ $ref }: Schema): string => (typeof $ref === 'string' ? schemaName($ref) : '');

/**
 * The members of an object, and those of the items in its lists. Members of a lead are left out, because the page shows them
 * once.
 */
function memberLines(document: OpenApiDocument, schema: Schema, { indent = '', brief = false } = {}): string {
  const followed = (one: Schema): Schema =>
    typeof one.$ref === 'string' ? (document.components.schemas?.[schemaName(one.$ref)] ?? one) : one;
  const members = withoutFields((followed(schema).properties ?? {}) as Readonly<Record<string, Schema>>);
  return Object.entries(members)
    .map(([name, member]) => {
      const whole = followed(member);
      const items = followed((whole.items ?? {}) as Schema);
      const type = nameOf((whole.items ?? {}) as Schema) === 'Lead' ? 'list of leads' : typeOf({ ...whole, items });
      const all = unwrapped(String(member.description ?? whole.description ?? '')).replaceAll(/\s*\n\s*/g, ' ');
      // Request members get the whole description, response members the first sentence.
      const words = brief ? all.replace(/(?<=\.) [A-Z][\s\S]*$/, '') : all;
      const line = `${indent}- \`${name}\` (${type}): ${words}`;
      const deeper = whole.type === 'array' && type !== 'list of leads' && indent === '';
      return deeper ? [line, memberLines(document, items, { indent: '  ', brief })].filter(Boolean).join('\n') : line;
    })
    .join('\n');
}

function parameterLine({ name, in: place, required, description, schema }: Parameter): string {
  const words = unwrapped(String(description ?? '')).replaceAll(/\s*\n\s*/g, ' ');
  return `- \`${name}\` (${[place, typeOf(schema), ...(required ? ['required'] : [])].join(', ')}): ${words}`;
}

function typeOf({ type, enum: values, minimum, maximum, items }: Schema): string {
  if (Array.isArray(values)) return values.map((one) => `\`${one}\``).join(' or ');
  if (type === 'array') return `list of ${typeOf((items ?? {}) as Schema)}`;
  const range = minimum !== undefined && maximum !== undefined ? ` ${minimum} to ${maximum}` : '';
  return `${[type ?? 'any'].flat().join(' or ')}${range}`;
}

const shownInQuery: Readonly<Record<string, string>> = { listLeads: '?limit=10', listLeadChanges: '?cursor=latest' };

function curlOf(
  document: OpenApiDocument,
  { path, method, operation: details, parameters }: OperationEntry,
  offer: Offer,
): readonly string[] {
  const exampleOf = (name: string) => String(parameters.find((one) => one.name === name)?.example ?? '');
  const address = path.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => encodeURIComponent(exampleOf(name)));
  const [type, content] = Object.entries(details.requestBody?.content ?? {})[0] ?? [];
  const body = (content as { example?: unknown } | undefined)?.example;
  const url = `${document.servers[0]?.url ?? ''}${address === '/' ? '' : address}${shownInQuery[details.operationId] ?? ''}`;
  return curl({ url, method: method.toUpperCase(), ...(type !== undefined && { type, body: shortBody(offer, body) }) });
}

function responsesOf(responses: OperationEntry['operation']['responses']): string {
  return Object.entries(responses)
    .map(
      ([status, response]) =>
        `- ${status}: ${unwrapped(String((response as { description?: string }).description ?? ''))}`,
    )
    .join('\n');
}

function fileList({ url, published }: PageSource): string {
  return [
    `- [OpenAPI document](${url}/openapi.json), also [as YAML](${url}/openapi.yaml) and [in OpenAPI 3.0](${url}/openapi-3.0.json)`,
    `- [Postman collection](${url}/postman.json)`,
    `- Sample programs: ${languages.map((language) => `[${labels[language]}](${url}/samples/${language})`).join(', ')}. Each ${published.offer.creates ? 'sends a lead, ' : ''}reads all pages and keeps a copy.`,
    `- For AI agents: the operations as MCP tools at ${published.document.servers[0]?.url ?? ''}/mcp, with the same token`,
    `- [Changelog](${url}/changelog), also [JSON](${url}/changelog.json) and [Atom](${url}/changelog.atom)`,
  ].join('\n');
}

/** https://llmstxt.org: a heading, a summary, and lists of links. */
export function llmsText(source: PageSource): string {
  const { url, published } = source;
  return `${[
    `# ${plain(published.offer.campaign.name)}: Lead API`,
    `> ${aboutWords(published.offer)} Base URL: ${published.document.servers[0]?.url ?? ''}`,
    '## Documentation',
    `- [Everything on one page](${url}.md): Markdown with fields, operations, errors and limits`,
    '## Files',
    fileList(source),
  ].join('\n\n')}\n`;
}
