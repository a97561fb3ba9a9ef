/**
 * How a Postman collection runs: the variables of each request, the values that it stores for the next requests, and the
 * order of requests. A run only changes and deletes leads that it has created itself.
 */
import { type OpenApiDocument, operationsOf } from '../openapi.ts';
import { type Item, type Sent, sentBy } from './postman-items.ts';

/** Scripts that store the ids of the leads that this run has created, as JSON. */
const scripts = {
  createLead: [
    'if (pm.response.code === 201) {',
    '  const { id } = pm.response.json();',
    "  pm.collectionVariables.set('lead_id', id);",
    '  keep(id);',
    '}',
  ],
  upsertLead: ['if (pm.response.code === 201) keep(pm.response.json().id);'],
  writeLeads: ['for (const { status, lead } of pm.response.json().results ?? []) if (status === 201) keep(lead.id);'],
  listLeads: [
    'const [first] = pm.response.json().data;',
    "if (first && !pm.collectionVariables.get('lead_id')) pm.collectionVariables.set('lead_id', first.id);",
  ],
  deleteLead: ["pm.collectionVariables.unset('lead_id');"],
} satisfies Record<string, readonly string[]>;

const keep = [
  'const keep = (id) => {',
  "  const made = JSON.parse(pm.collectionVariables.get('made') || '[]');",
  "  pm.collectionVariables.set('made', JSON.stringify([...made, { op: 'delete', id }]));",
  '};',
];

/** `creates`: whether a run creates its own leads. Otherwise writes are dry runs. */
export function prepare(item: Item, document: OpenApiDocument, creates: boolean): void {
  const { request } = item;
  if (!request) return;
  const path = `/${(request.url.path ?? []).map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`;
  const entry = operationsOf(document).find((one) => one.path === path && one.method.toUpperCase() === request.method);
  for (const sent of sentBy(item)) fill(sent, creates);
  const { operationId = '', responses = {} } = entry?.operation ?? {};
  const statuses = Object.keys(responses).filter((status) => status.startsWith('2'));
  // The external id is new, so the upsert would create a lead.
  if (operationId === 'upsertLead' && !creates) statuses.push('403');
  const exec: string[] = [...(Object.hasOwn(scripts, operationId) ? scripts[operationId as keyof typeof scripts] : [])];
  item.event = [testOf(statuses, exec.some((line) => line.includes('keep(')) ? [...keep, ...exec] : exec)];
}

const testOf = (statuses: readonly string[], exec: readonly string[]) => ({
  listen: 'test',
  script: {
    type: 'text/javascript',
    exec: [
      "pm.test('it succeeds', () => {",
      `  pm.expect(pm.response.code).to.be.oneOf([${statuses.join(', ')}]);`,
      '});',
      ...exec,
    ],
  },
});

/** Requests use the lead that was created last, in place of the lead of the examples. Each run creates new leads. */
function fill({ method, url, body }: Sent, creates: boolean): void {
  for (const variable of url.variable ?? []) {
    if (variable.key === 'lead_id') variable.value = '{{lead_id}}';
    if (variable.key === 'external_id') variable.value = '{{$guid}}';
  }
  if (method !== 'GET' && !creates)
    for (const part of url.query ?? [])
      if (part.key === 'dry_run') Object.assign(part, { value: 'true', disabled: false });
  if (body?.raw !== undefined) body.raw = withVariables(body.raw);
}

const exampleId = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';

/**
 * Replaces the lead id and the external id only where they stand in a body. A value of the campaign may be the same text.
 */
function withVariables(raw: string): string {
  const body = JSON.parse(raw) as Record<string, unknown>;
  const items = Array.isArray(body.items) ? (body.items as Record<string, unknown>[]) : [];
  for (const one of [body, ...items]) {
    // No other text contains U+0000.
    if (one.id === exampleId) one.id = '\0lead_id';
    if ('external_id' in one && one.external_id !== null) one.external_id = '\0$guid';
  }
  const text = JSON.stringify(body, null, 2).replaceAll('{{', '{\\u007b');
  return text.replace(/"\\u0000([$\w]+)"/g, '"{{$1}}"');
}

/** Deletes the leads that the run has created. */
export const cleaningUp: Item = {
  name: 'Delete the leads of this run',
  request: {
    method: 'POST',
    url: { host: ['{{baseUrl}}'], path: ['leads', 'batch'] },
    header: [
      { key: 'Content-Type', value: 'application/json' },
      { key: 'Accept', value: 'application/json' },
    ],
    body: { mode: 'raw', raw: '{ "items": {{made}} }' },
  },
  response: [],
  event: [testOf(['200'], ["pm.collectionVariables.set('made', '[]');"])],
};

/** Writes first, so that there is a lead to read. Deletions come last, in their own folder. */
export function inOrder(folders: readonly Item[], last: readonly Item[], creates: boolean): Item[] {
  const deletes = ({ request }: Item) => request?.method === 'DELETE';
  const kept = folders.map((folder) => ({ ...folder, item: (folder.item ?? []).filter((one) => !deletes(one)) }));
  const deleting = [...folders.flatMap(({ item = [] }) => item.filter(deletes)), ...structuredClone(last)];
  const early = creates ? ['Campaign', 'Writing'] : ['Campaign', 'Reading'];
  const rank = ({ name }: Item) => early.indexOf(name) + 1 || 9;
  return [
    ...kept.toSorted((a, b) => rank(a) - rank(b)),
    ...(deleting.length > 0 ? [{ name: 'Deleting', item: deleting }] : []),
  ];
}
