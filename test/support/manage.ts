/**
 * Members at the Management API, on real HTTP: `const owner = await signUp(server)` signs in. Each call of `owner.call` is
 * checked against the spec: the operation must have the status, and the body must fit its schema.
 */
import { createAccount, type Role } from '../../src/access/members.ts';
import { hashPassword } from '../../src/access/password.ts';
import { baseDocument } from '../../src/document/base.ts';
import { operationsOf, type Schema } from '../../src/document/openapi.ts';
import { newId } from '../../src/ids/ids.ts';
import { answerSchemas } from './documents/answer-schemas.ts';
import { strangeMembers } from './draws/strange-members.ts';
import type { TestServer } from './server.ts';

export const password = 'correct horse battery staple';

// biome-ignore lint/suspicious/noExplicitAny: the test itself checks what a response contains
type Json = any;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  /** `call('POST /campaigns', { body })`: the path below `/manage/v1`. */
  call(request: string, options?: Call): Promise<Answer>;
  cookie(): string | undefined;
}

export interface SignedUp extends Client {
  readonly accountId: string;
  readonly memberId: string;
  readonly email: string;
}

const document = baseDocument('manage');
const ajv = answerSchemas();
ajv.addSchema(document, 'manage');
const operations = operationsOf(document).map((entry) => ({
  ...entry,
  pattern: new RegExp(`^${entry.path.replace(/\{[a-z_]+\}/g, '[^/]+')}$`),
}));

/** Throws if the document does not describe the response. */
function check(method: string, path: string, { status, body, headers }: Answer): void {
  const fitting = operations.filter((one) => one.method === method.toLowerCase() && one.pattern.test(path));
  const operation = fitting[0];
  if (!operation) return;
  const responses = operation.operation.responses as Record<string, { $ref?: string; content?: object }>;
  const given = responses[String(status)] ?? (status === 405 ? responses.default : undefined);
  if (!given) throw new Error(`${method} ${path} answered ${status}, which its document does not know`);
  if (!headers.get('X-Request-Id')) throw new Error(`${method} ${path} answered without a request id`);
  const response = given.$ref ? follow(given.$ref) : given;
  const [content] = Object.values(response.content ?? {});
  if (content === undefined) {
    if (body !== undefined) throw new Error(`${method} ${path} answered with a body`);
    return;
  }
  const type = Object.keys(response.content ?? {})[0] ?? '';
  const at = given.$ref ?? `#/paths/${pointerPart(operation.path)}/${operation.method}/responses/${status}`;
  const validate = ajv.getSchema(`manage${at}/content/${pointerPart(type)}/schema`);
  if (!validate) throw new Error(`${method} ${path}: there is no schema for ${status}`);
  const { schema } = content as { schema: Schema };
  const undocumented = status >= 400 ? strangeMembers(document, schema, body) : [];
  if (undocumented.length > 0)
    throw new Error(`${method} ${path} ${status} has members that its schema does not name: ${undocumented}`);
  if (!validate(body))
    throw new Error(`${method} ${path} ${status}: ${JSON.stringify(validate.errors)} ${JSON.stringify(body)}`);
}

const pointerPart = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
const follow = (ref: string) =>
  (document.components.responses as Record<string, { content?: object }>)[ref.split('/').pop() ?? ''] ?? {};

export function client(server: Pick<TestServer, 'url'>): Client {
  let cookie: string | undefined;
  return {
    cookie: () => cookie,
    async call(request, { body, headers = {} } = {}) {
      const [method = '', path = ''] = request.split(' ');
      const response = await fetch(`${server.url}/manage/v1${path}`, {
        method,
        headers: {
          ...(cookie && { Cookie: cookie }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const [set] = response.headers.getSetCookie();
      if (set) cookie = set.split(';')[0]?.endsWith('=') ? undefined : set.split(';')[0];
      const text = await response.text();
      const answer = { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
      check(method, path.split('?')[0] ?? '', answer);
      return answer;
    },
  };
}

export async function signIn(server: Pick<TestServer, 'url'>, email: string): Promise<Client> {
  const member = client(server);
  const { status } = await member.call('POST /session', { body: { email, password } });
  if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
  return member;
}

let accounts = 0;

/** A new account and its owner, signed in. */
export async function signUp(server: TestServer): Promise<SignedUp> {
  accounts += 1;
  const email = `owner-${accounts}@example.com`;
  const account = { name: `Account ${accounts}`, email, ownerName: 'Olivia Owner', password };
  const ids = await server.connection.db.transaction().execute((trx) => createAccount(trx, account));
  return { ...(await signIn(server, email)), ...ids, email };
}

/** Another member of the account, signed in. */
export async function signUpMember(server: TestServer, accountId: string, role: Role): Promise<Client> {
  const id = newId();
  const email = `${role}-${id}@example.com`;
  await server.connection.db
    .insertInto('members')
    .values({
      id,
      account_id: accountId,
      email,
      name: role,
      role,
      password_hash: await hashPassword(password),
      created_at: new Date(),
    })
    .execute();
  return signIn(server, email);
}

/** Creates a campaign with the select `source` and a field for it, by the API. Returns its path. */
export async function makeCampaign(member: Client, name = 'Solar DK'): Promise<string> {
  const { body } = await member.call('POST /campaigns', { body: { name, default_country: 'DK' } });
  const path = `/campaigns/${body.slug}`;
  await member.call(`POST ${path}/selects`, {
    body: { key: 'source', label: 'Source', options: [{ label: 'Vendor XYZ' }, { label: 'Website' }] },
  });
  await member.call(`POST ${path}/fields`, {
    body: { key: 'source', label: 'Source', type: 'select', select: 'source' },
  });
  return path;
}

export const sourceIs = (value: string) => ({ path: 'fields.source', op: 'eq', value });
