/**
 * The floors that the product is measured against: the same table, the same rows and the same rule, served by `node:http` or
 * by Express with prepared statements, and nothing checked. Started as a process of its own: `floor.ts http|express`.
 */
import { createServer } from 'node:http';
import express from 'express';
import pg from 'pg';
import { v7 } from 'uuid';

const [, , kind, url, port, campaignId = ''] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 10 });

const columns = 'id, external_id, status, version, created_at, updated_at, values';
const list = {
  name: 'list',
  text: `select ${columns} from leads where campaign_id = $1 and values ->> 'source' = 'vendor-xyz' order by id desc limit 50`,
};
const listJson = {
  name: 'list_json',
  text: `select coalesce(json_agg(l), '[]')::text as data from (select ${columns} from leads where campaign_id = $1 and t1 = 'vendor-xyz' order by id desc limit 50) l`,
};
const get = { name: 'get', text: `select ${columns} from leads where campaign_id = $1 and id = $2` };
const create = {
  name: 'create',
  text: `insert into leads (campaign_id, id, status, version, created_at, updated_at, values, t1) values ($1, $2, 'new', 1, now(), now(), $3, $3::jsonb ->> 'source') returning ${columns}`,
};

async function readBody(request: AsyncIterable<Buffer>): Promise<{ fields: Record<string, unknown> }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

const listed = async () =>
  (await pool.query<{ data: string }>({ ...listJson, values: [campaignId] })).rows[0]?.data ?? '[]';
const found = async (id: string) => (await pool.query({ ...get, values: [campaignId, id] })).rows[0];
const made = async (fields: Record<string, unknown>) =>
  (await pool.query({ ...create, values: [campaignId, v7(), JSON.stringify({ ...fields, source: 'vendor-xyz' })] }))
    .rows[0];

if (kind === 'http') {
  createServer(async (request, response) => {
    const send = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    if (request.method === 'POST') send(201, JSON.stringify(await made((await readBody(request)).fields)));
    else if (request.url?.startsWith('/leads/'))
      send(200, JSON.stringify(await found(request.url.slice('/leads/'.length))));
    else send(200, `{"data":${await listed()}}`);
  }).listen(Number(port), '127.0.0.1');
} else {
  const app = express();
  app.use(express.json());
  app.get('/leads', async (_request, response) => {
    response.json({
      data: (await pool.query({ ...list, text: list.text.replace(`values ->> 'source'`, 't1'), values: [campaignId] }))
        .rows,
    });
  });
  app.get('/leads/:id', async (request, response) => {
    response.json(await found(request.params.id));
  });
  app.post('/leads', async (request, response) => {
    response.status(201).json(await made(request.body.fields));
  });
  app.listen(Number(port), '127.0.0.1');
}
