/** An account with many objects of each kind, with which the console's lists are opened and measured. */
import { createToken } from '../../src/access/tokens.ts';
import type { Vault } from '../../src/access/vault.ts';
import { createWholeCampaign } from '../../src/campaign/create.ts';
import type { Database } from '../../src/database/connection.ts';
import { solarDk } from '../../src/demo/solar-dk.ts';

export interface HowMany {
  readonly tokens: number;
  readonly options: number;
  readonly filters: number;
  readonly campaigns: number;
  readonly fields: number;
}

export const much: HowMany = { tokens: 1_000, options: 1_000, filters: 300, campaigns: 200, fields: 200 };

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/**
 * `long`: a campaign with many tokens, options and filters. `wide`: a campaign with many fields. Beside them many other
 * campaigns.
 */
export async function makeLongLists(db: Database, vault: Vault, accountId: string, count: HowMany): Promise<void> {
  const plan = { ...solarDk, defaultCountry: solarDk.default_country };
  const [source] = plan.selects;
  if (!source) throw new Error('the demo has no select');
  const options = numbers(count.options).map((n) => ({ value: `vendor-${n}`, label: `Vendor ${n}`, archived: false }));
  const long = {
    ...{ ...plan, slug: 'long', name: 'Long lists', fields: plan.fields.slice(0, 4) },
    selects: [{ ...source, options }],
    filters: numbers(count.filters).map((n) => ({
      name: `Filter ${n}`,
      condition: { path: 'fields.source', op: 'eq' as const, value: `vendor-${n}` },
    })),
  };
  const texts = numbers(count.fields).map((n) => {
    const field = plan.fields.find(({ key }) => key === 'city');
    if (!field) throw new Error('the demo has no such field');
    return { ...field, key: `field_${n}`, label: `Field ${n}` };
  });
  await db.transaction().execute(async (trx) => {
    const { id, filters } = await createWholeCampaign(trx, accountId, long);
    for (const n of numbers(count.tokens)) {
      const filter = filters[n % filters.length];
      await createToken(trx, vault, {
        ...{ accountId, campaignId: id, scope: 'filter', permission: 'read_write', createdBy: null },
        filterId: filter?.id ?? null,
        name: `Token ${n}`,
      });
    }
    await createWholeCampaign(trx, accountId, { ...plan, slug: 'wide', name: 'Wide', fields: texts, filters: [] });
    for (const n of numbers(count.campaigns))
      await createWholeCampaign(trx, accountId, {
        ...{ ...plan, slug: `campaign-${n}`, name: `Campaign ${n}`, filters: [] },
        fields: plan.fields.slice(0, 2),
      });
  });
}
