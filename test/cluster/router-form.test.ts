/**
 * On a cluster, every statement on leads is one task of one node: no step of it is computed elsewhere, and no other node is asked.
 * Needs a cluster: see `npm run test:citus`.
 */
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../src/access/grant.ts';
import { connect } from '../../src/database/connection.ts';
import { newId } from '../../src/ids/ids.ts';
import { judgeStatement } from '../../src/leads/store/erase-leads.ts';
import { placeStatement } from '../../src/leads/store/feed-ends.ts';
import { bindLeadStore } from '../../src/leads/store/store.ts';
import { solarPlan } from '../support/campaigns.ts';
import { onCluster } from '../support/cluster/one-server.ts';
import { testLayout } from '../support/database.ts';
import { splitStatements } from '../support/lead-statements.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../support/store.ts';

let fixture: StoreFixture;
const grants: Record<string, Grant> = {};
beforeAll(async () => {
  if (testLayout !== 'distributed') return;
  const battery = { path: 'fields.interests', op: 'contains', value: 'battery' } as const;
  const filters = [...(solarPlan.filters ?? []), { name: 'Batteries', condition: battery }];
  const rule = {
    fields: ['email', 'phone'],
    match: 'any' as const,
    withinDays: 30,
    action: 'reject' as const,
    reach: 'visible' as const,
    state: 'ready' as const,
  } as const;
  fixture = await createStoreFixture({ ...solarPlan, filters, duplicateRule: rule });
  grants['the whole campaign'] = await fixture.grant(await fixture.token());
  grants['a pin on a key column'] = await fixture.grant(await fixture.token('Vendor XYZ'));
  grants['a condition on values'] = await fixture.grant(await fixture.token('Batteries'));
});
afterAll(() => fixture?.stop());

const planOf = async (statement: RawBuilder<unknown>) => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${statement}`.execute(fixture.connection.db);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
};

const expectOneTask = (plan: string) => {
  expect(plan).toMatch(/Task Count: 1\n/);
  expect(plan).not.toMatch(/Distributed Subplan|pull to coordinator/);
};

const statements: Readonly<Record<string, (grant: Grant) => RawBuilder<unknown>>> = {
  ...splitStatements,
  'judge leads that are erased': (grant) => judgeStatement(grant, [newId(), newId()]),
  'number events': ({ campaign }) => placeStatement(campaign.id, 500),
};

onCluster.each(Object.keys(statements))('to %s is one task of one node, for every kind of grant', async (name) => {
  for (const grant of Object.values(grants))
    expectOneTask(await planOf(statements[name]?.(grant) as RawBuilder<unknown>));
});

onCluster('a write is three statements of one node and a plain commit', async () => {
  const grant = grants['the whole campaign'] as Grant;
  const commands: string[] = [];
  const servers = new Set<string>();
  const connection = connect({
    ...fixture.connection,
    layout: 'distributed',
    connections: 1,
    onError: () => undefined,
  });
  connection.pool.on('connect', (client) =>
    client.on('notice', ({ message, detail }) => {
      const [, command] = /^issuing ([\s\S]*)/.exec(message ?? '') ?? [];
      if (command === undefined) return;
      commands.push(
        command
          .trim()
          .toLowerCase()
          .split(/\s+/)
          .slice(0, 2)
          .join(' ')
          .replace(/ public\.(\w+)_\d+$/, ' $1'),
      );
      servers.add(detail?.replace(/ connectionId.*/, '') ?? '');
    }),
  );
  try {
    await sql`set citus.log_remote_commands = on`.execute(connection.db);
    const store = bindLeadStore(connection.db, grant);
    const values = { name: 'Anna', email: 'one@example.com' };
    const { lead } = await store.create(aLead({ values }));
    expect(commands).toEqual([
      'begin transaction',
      'insert into',
      'with guard',
      'insert into',
      'insert into',
      'commit',
    ]);
    commands.length = 0;
    await store.update(lead?.id ?? '', { values: { notes: 'x' } });
    expect(commands).toEqual(['begin transaction', 'with guard', 'update leads', 'insert into', 'commit']);
    expect(servers.size).toBe(1);
  } finally {
    await connection.close();
  }
});
