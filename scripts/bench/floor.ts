/**
 * The floors that the product is measured against: the same table, the same rows and the same vendor, served by `node:http`
 * or by Express with prepared statements, and nothing checked. Started as a process of its own: `floor.ts http|express`.
 * `GET /leads?as=json` is the list as one text that PostgreSQL has built.
 */
import { createServer } from 'node:http';
import express from 'express';
import pg from 'pg';
import { v7 } from 'uuid';

const [, , kind, url, port, campaignId = ''] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 10 });

const columns = 'id, external_id, status, version, created_at, updated_at, values';
const newest = `from leads where campaign_id = $1 and t1 = 'vendor-xyz' order by id desc limit 50`;
const list = { name: 'list', text: `select ${columns} ${newest}` };
const listJson = {
  name: 'list_json',
  text: `select coalesce(json_agg(l), '[]')::text as data from (select ${columns} ${newest}) l`,
};
const get = { name: 'get', text: `select ${columns} from leads where campaign_id = $1 and id = $2` };
const create = {
  name: 'create',
  text: `insert into leads (campaign_id, id, status, version, created_at, updated_at, values, t1) values ($1, $2, 'new', 1, now(), now(), $3, $3::jsonb ->> 'source') returning ${columns}`,
};
const update = {
  name: 'update',
  text: `update leads set values = values || $3, version = version + 1, updated_at = now() where campaign_id = $1 and id = $2 returning ${columns}`,
};

type Fields = Readonly<Record<string, unknown>>;

const listed = async () => (await pool.query({ ...list, values: [campaignId] })).rows;
const listedText = async () =>
  (await pool.query<{ data: string }>({ ...listJson, values: [campaignId] })).rows[0]?.data ?? '[]';
const found = async (id: string) => (await pool.query({ ...get, values: [campaignId, id] })).rows[0];
const made = async (fields: Fields) =>
  (await pool.query({ ...create, values: [campaignId, v7(), JSON.stringify({ ...fields, source: 'vendor-xyz' })] }))
    .rows[0];
const changed = async (id: string, fields: Fields) =>
  (await pool.query({ ...update, values: [campaignId, id, JSON.stringify(fields)] })).rows[0];

async function readBody(request: AsyncIterable<Buffer>): Promise<{ fields: Fields }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

if (kind === 'http') {
  createServer(async (request, response) => {
    const { method, url: address = '' } = request;
    const send = (status: number, text: string) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text);
    const id = address.slice('/leads/'.length);
    if (address === '/readyz') send(200, '{}');
    else if (method === 'POST') send(201, JSON.stringify(await made((await readBody(request)).fields)));
    else if (method === 'PATCH') send(200, JSON.stringify(await changed(id, (await readBody(request)).fields)));
    else if (address === '/leads?as=json') send(200, `{"data":${await listedText()}}`);
    else if (address === '/leads') send(200, JSON.stringify({ data: await listed() }));
    else send(200, JSON.stringify(await found(id)));
  }).listen(Number(port), '127.0.0.1');
} else {
  const app = express();
  app.use(express.json());
  app.get('/readyz', (_request, response) => {
    response.json({});
  });
  app.get('/leads', async (_request, response) => {
    response.json({ data: await listed() });
  });
  app.get('/leads/:id', async (request, response) => {
    response.json(await found(request.params.id));
  });
  app.post('/leads', async (request, response) => {
    response.status(201).json(await made(request.body.fields));
  });
  app.patch('/leads/:id', async (request, response) => {
    response.json(await changed(request.params.id, request.body.fields));
  });
  app.listen(Number(port), '127.0.0.1');
}
