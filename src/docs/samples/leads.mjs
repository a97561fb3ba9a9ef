/**
 * Send a lead, read all leads, keep a copy of them. Node 20 or later; nothing to install.
 *
 *   node leads.mjs send           sends the lead below                                  [[send]]
 *   node leads.mjs list           prints every lead, one a line
 *   node leads.mjs mirror         keeps leads.json up to date until you stop it
 *   node leads.mjs mirror once    brings leads.json up to date and ends
 *
 * The token is read from the environment variable LEADS_TOKEN.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const baseUrl = '__BASE_URL__';
const token = process.env.LEADS_TOKEN ?? 'YOUR_API_TOKEN';
const timeout = 60_000; // milliseconds; longer than `wait` below
const attempts = 5;

/** An error response: its status, and the problem that says what is wrong. */
class Refused extends Error {
  constructor(status, problem) {
    const errors = (problem.errors ?? []).map((error) => `\n  ${error.pointer ?? error.parameter}: ${error.detail}`);
    super(`${status} ${problem.code ?? ''}: ${problem.detail ?? ''}${errors.join('')}`);
    this.problem = problem;
  }
}

/** Returns the status and the JSON of the response. Sends again on 429, 500, 503 and lost connections. */
async function call(method, path, { query = {}, body } = {}) {
  const url = `${baseUrl}${path}?${new URLSearchParams(query)}`;
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['Idempotency-Key'] = randomUUID(); // the same key for every attempt, so that the lead is written once
  for (let attempt = 1; ; attempt += 1) {
    let pause = 2 ** attempt;
    try {
      const init = { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(timeout) };
      const response = await fetch(url, init);
      const text = await response.text();
      if (response.ok) return { status: response.status, json: text === '' ? null : JSON.parse(text) };
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
      if (![429, 500, 503].includes(response.status) || attempt === attempts)
        throw new Refused(response.status, isProblem ? JSON.parse(text) : { detail: text });
      pause = Number(response.headers.get('retry-after') ?? pause);
    } catch (error) {
      if (error instanceof Refused || attempt === attempts) throw error;
    }
    await sleep(pause * 1_000);
  }
}

// >>> send
async function send() {
  const lead = __LEAD__;
  const { status, json } = await call('POST', '/leads', { body: lead });
  console.log(status, json.id);
}

// <<< send
async function* allLeads() {
  for (let cursor = ''; cursor !== null; ) {
    const { json } = await call('GET', '/leads', { query: { limit: 200, ...(cursor !== '' && { cursor }) } });
    yield* json.data;
    cursor = json.next_cursor;
  }
}

async function mirror(once) {
  let copy = existsSync('leads.json') ? JSON.parse(readFileSync('leads.json', 'utf8')) : await readAll();
  for (let finished = false; !finished; ) {
    try {
      const query = { wait: once ? 0 : 30, cursor: copy.cursor };
      const { json: news } = await call('GET', '/leads/changes', { query });
      for (const { lead_id, lead } of news.data) {
        if (lead) copy.leads[lead_id] = lead;
        else delete copy.leads[lead_id]; // it was deleted, or left what this token sees
      }
      finished = once && news.data.length === 0;
      copy.cursor = news.next_cursor;
    } catch (error) {
      if (error.problem?.code !== 'feed_reset') throw error;
      copy = await readAll();
    }
    writeFileSync('leads.json.new', JSON.stringify(copy));
    renameSync('leads.json.new', 'leads.json');
  }
  console.log(Object.keys(copy.leads).length, 'leads');
}

/** Gets the cursor first, then the list. The change feed has everything that changes in between. */
async function readAll() {
  const { json } = await call('GET', '/leads/changes', { query: { cursor: 'latest' } });
  const leads = {};
  for await (const lead of allLeads()) leads[lead.id] = lead;
  return { cursor: json.next_cursor, leads };
}

const [command, option] = process.argv.slice(2);
const commands = {
  list: async () => {
    for await (const lead of allLeads()) console.log(JSON.stringify(lead));
  },
  mirror: () => mirror(option === 'once'),
  send, // [[send]]
};
try {
  if (Object.hasOwn(commands, command)) await commands[command]();
  else console.log('Unknown command. See the top of this file.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
