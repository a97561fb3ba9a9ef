/** The bench's campaign: fifteen fields, a tenth of the leads in one vendor's scope, and that vendor's token. */
import { createAccount } from '../../src/access/members.ts';
import { createToken, revealSecret } from '../../src/access/tokens.ts';
import { createVault } from '../../src/access/vault.ts';
import { createWholeCampaign } from '../../src/campaign/create.ts';
import { loadCampaign } from '../../src/campaign/load.ts';
import { sealingKey } from '../../src/config.ts';
import type { Database } from '../../src/database/connection.ts';
import { demoLeads } from '../../src/demo/leads.ts';
import { solarDk } from '../../src/demo/solar-dk.ts';
import { newId } from '../../src/ids/ids.ts';
import { fillKeyColumns } from '../../src/leads/store/fill-key-columns.ts';
import { insertLeads } from '../../src/leads/store/insert-leads.ts';

const batch = 5_000;

export async function buildBench(db: Database, secret: string, count: number) {
  const vault = createVault([sealingKey(secret)]);
  const { id: campaignId, token } = await db.transaction().execute(async (trx) => {
    const { accountId } = await createAccount(trx, {
      name: 'Bench',
      email: 'bench@example.com',
      ownerName: 'Bench',
      password: 'not used at all',
    });
    const made = await createWholeCampaign(trx, accountId, { ...solarDk, defaultCountry: solarDk.default_country });
    const filterId = made.filters[0]?.id ?? null;
    const tokenId = await createToken(trx, vault, {
      accountId,
      scope: 'filter',
      campaignId: made.id,
      filterId,
      name: 'bench',
      permission: 'read_write',
      // Counted like any other, and never reached.
      requestsPerMinute: 1_000_000,
      writesPerMinute: 1_000_000,
      createdBy: null,
    });
    return { id: made.id, token: await revealSecret(trx, vault, tokenId) };
  });
  await fillKeyColumns(db);
  const campaign = await loadCampaign(db, { id: campaignId });
  if (!campaign) throw new Error('the campaign is gone');
  const pattern = demoLeads(solarDk, { count: Math.min(count, batch), now: new Date(), seed: 7 });
  const ids: string[] = [];
  for (let done = 0; done < count; done += pattern.length) {
    const rows = pattern.map(({ status, values }, i) => {
      const createdAt = Date.now() - (count - done - i) * 1_000;
      const source = i % 10 === 0 ? 'vendor-xyz' : 'nordic-leads';
      const id = newId(createdAt);
      if (source === 'vendor-xyz') ids.push(id);
      return { id, createdAt, status, externalId: null, values: { ...values, source } };
    });
    await insertLeads(db, campaign, { kind: 'system', id: null }, rows);
  }
  return { campaign, token, ids };
}
