/**
 * The duplicate check as a model: under random rules, random creations, changes and deletions, one by one, are answered as
 * ten lines of plain code say, and several at once as in some order; and of many at once no two are accepted that are the same.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createRandom, type Random } from '../../src/demo/random.ts';
import { fillMatchKeys } from '../../src/leads/store/campaign-wide/fill-keys.ts';
import { change } from '../support/campaigns.ts';
import type { Body } from '../support/client.ts';
import { testLayout } from '../support/database.ts';
import { seed } from '../support/draws/seed.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

interface Rule {
  readonly fields: readonly string[];
  readonly match: 'any' | 'all';
}

async function setRule({ fields, match }: Rule): Promise<void> {
  const { id } = v.campaign;
  await sql`delete from leads`.execute(v.db);
  await change(v.db, v.campaign, sql`delete from duplicate_rules where campaign_id = ${id}`);
  await change(
    v.db,
    v.campaign,
    sql`insert into duplicate_rules (campaign_id, fields, match, action, reach, state)
      values (${id}, ${fields}, ${match}, 'reject', 'visible', 'filling')`,
  );
  await fillMatchKeys(v.db);
}

type Fields = Readonly<Record<string, string | null>>;

const pools: Readonly<Record<string, readonly (string | null)[]>> = {
  email: ['a@example.com', 'A@EXAMPLE.com', 'b@example.com', 'c@example.com'],
  phone: [null, '20111111', '+45 20 11 11 11', '20222222'],
  zip: [null, '5000', '6000'],
};
const draw = (random: Random): Fields =>
  Object.fromEntries(Object.entries(pools).map(([key, values]) => [key, random.pick(values)]));

/** The form in which two values are compared. */
const normal = (key: string, value: string | null | undefined) =>
  value ? (key === 'phone' ? value.replace(/\D/g, '').slice(-8) : value.toLowerCase()) : undefined;
const same = ({ fields, match }: Rule, a: Fields, b: Fields): boolean => {
  const equal = (key: string) => normal(key, a[key]) !== undefined && normal(key, a[key]) === normal(key, b[key]);
  return match === 'any' ? fields.some(equal) : fields.every(equal);
};

const rules: readonly Rule[] = [
  { fields: ['email'], match: 'any' },
  { fields: ['email', 'phone'], match: 'any' },
  { fields: ['phone', 'zip'], match: 'all' },
  { fields: ['email', 'phone', 'zip'], match: 'all' },
];

test.each(rules)(`one by one, %j answers as the model does (seed ${seed})`, async (rule) => {
  await setRule(rule);
  const random = createRandom(seed);
  const leads = new Map<string, Fields>();
  let refused = 0;
  for (let n = 0; n < 60; n += 1) {
    const known = [...leads.keys()];
    if (known.length > 3 && random.chance(0.35)) {
      const id = random.pick(known);
      if (random.chance(0.4)) {
        await v.xyz.delete(`/leads/${id}`);
        leads.delete(id);
      } else {
        const fields = draw(random);
        await v.xyz.patch(`/leads/${id}`, { fields });
        leads.set(id, { ...leads.get(id), ...fields });
      }
      continue;
    }
    // Now and then the same again: chance alone meets an equal too seldom where all must be equal.
    const again = known.length > 0 && random.chance(0.2) ? leads.get(random.pick(known)) : undefined;
    const fields = again ?? draw(random);
    const equal = known.filter((id) => same(rule, leads.get(id) ?? {}, fields));
    const answer = await v.xyz.post('/leads', { fields: { name: 'A', ...fields } });
    expect([fields, answer.status]).toEqual([fields, equal.length > 0 ? 409 : 201]);
    if (answer.status === 201) leads.set(answer.body.id, fields);
    else {
      refused += 1;
      expect(equal).toContain(answer.body.duplicate_of);
    }
  }
  expect(refused).toBeGreaterThan(0);
});

/** A request, and its answer. */
type Act =
  | {
      readonly create: Fields;
      readonly status: number;
      readonly id: string | undefined;
      readonly of: string | undefined;
    }
  | { readonly change: string; readonly to: Fields }
  | { readonly erase: string };

/** The leads after the acts in this order; `undefined` if the answers are not those of this order. */
function after(rule: Rule, leads: ReadonlyMap<string, Fields>, acts: readonly Act[]): Map<string, Fields> | undefined {
  const now = new Map(leads);
  for (const act of acts) {
    if ('erase' in act) now.delete(act.erase);
    else if ('change' in act) now.set(act.change, { ...now.get(act.change), ...act.to });
    else {
      const equal = [...now.keys()].filter((id) => same(rule, now.get(id) ?? {}, act.create));
      if (act.status !== (equal.length > 0 ? 409 : 201)) return undefined;
      if (act.id !== undefined) now.set(act.id, act.create);
      else if (!equal.includes(act.of ?? '')) return undefined;
    }
  }
  return now;
}

const ordersOf = <T>(entries: readonly T[]): T[][] =>
  entries.length === 0
    ? [[]]
    : entries.flatMap((entry, i) => ordersOf(entries.toSpliced(i, 1)).map((rest) => [entry, ...rest]));

test.each(rules)(`several at once, %j answers as in some order (seed ${seed})`, async (rule) => {
  await setRule(rule);
  const random = createRandom(seed + 2);
  let leads = new Map<string, Fields>();
  let [created, refused] = [0, 0];
  for (let step = 0; step < 30; step += 1) {
    const free = [...leads.keys()];
    /** A lead that no other act of this step names. */
    const takeLead = () => free.splice(random.whole(0, free.length - 1), 1)[0] as string;
    const one = draw(random);
    const act = async (n: number): Promise<Act> => {
      const kind = free.length > 0 ? random.whole(0, 9) : 9;
      if (kind < 2) {
        const erase = takeLead();
        expect((await v.xyz.delete(`/leads/${erase}`)).status).toBe(204);
        return { erase };
      }
      if (kind < 4) {
        const [id, to] = [takeLead(), draw(random)];
        expect((await v.xyz.patch(`/leads/${id}`, { fields: to })).status).toBe(200);
        return { change: id, to };
      }
      // Often the same as another of this step.
      const fields = random.chance(0.6) ? one : draw(random);
      const body = { fields: { name: 'A', ...fields } };
      const upserts = random.chance(0.3);
      const answer = upserts
        ? await v.xyz.request('PUT', `/external-ids/${seed}-${rules.indexOf(rule)}-${step}-${n}`, { body })
        : await v.xyz.post('/leads', body);
      return {
        create: fields,
        status: answer.status,
        id: answer.body.id,
        of: answer.body.duplicate_of as string | undefined,
      };
    };
    const acts = await Promise.all(Array.from({ length: random.whole(2, 5) }, (_, n) => act(n)));
    created += acts.filter((done) => 'create' in done && done.status === 201).length;
    refused += acts.filter((done) => 'create' in done && done.status === 409).length;
    const possible = ordersOf(acts).flatMap((order) => after(rule, leads, order) ?? []);
    if (possible.length === 0) throw new Error(`no order has these answers: ${JSON.stringify([[...leads], acts])}`);
    leads = possible[0] as Map<string, Fields>;
    // The rules have few values, so leads would soon have them all.
    if (leads.size > 4) {
      for (const id of leads.keys()) await v.xyz.delete(`/leads/${id}`);
      leads = new Map();
    }
  }
  expect(Math.min(created, refused)).toBeGreaterThan(0);
});

test.each(rules)(
  `at once, by request and by batch, no two are accepted that are the same: %j (seed ${seed})`,
  async (rule) => {
    await setRule(rule);
    const random = createRandom(seed + 1);
    const accepted: Fields[] = [];
    /** Sent again while there are too many at once: on a cluster each takes longer. */
    const send = async (path: string, body: object) => {
      for (;;) {
        const answer = await v.xyz.post(path, body);
        if (answer.status !== 429 || testLayout === 'single') return answer;
      }
    };
    const single = async () => {
      const fields = draw(random);
      const { status } = await send('/leads', { fields: { name: 'A', ...fields } });
      if (status === 201) accepted.push(fields);
      else expect(status).toBe(409);
    };
    const batch = async () => {
      const drawn = Array.from({ length: 8 }, () => draw(random));
      const items = drawn.map((fields) => ({ op: 'create', fields: { name: 'A', ...fields } }));
      const { body } = await send('/leads/batch', { items });
      for (const [i, { status }] of (body.results as Body[]).entries())
        if (status === 201) accepted.push(drawn[i] ?? {});
    };
    await Promise.all(Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? batch() : single())));

    const pairs = accepted.flatMap((one, i) => accepted.slice(i + 1).filter((other) => same(rule, one, other)));
    expect(pairs).toEqual([]);
    expect(accepted.length).toBeGreaterThan(0);
  },
);
