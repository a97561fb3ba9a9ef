/** Restoring a revision: what is told before is what happens, and where nothing happens that is told. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ConsoleTest, startConsole } from '../../support/console.ts';
import { sourceIs } from '../../support/manage.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const revision = async (): Promise<number> => (await there.owner.call(`GET ${campaign}`)).body.revision;

test('a filter that was made since stays, and is not said to go; a second time there is nothing to restore', async () => {
  const target = await revision();
  await there.owner.call(`POST ${campaign}/filters`, { body: { name: 'Since then', condition: sourceIs('website') } });
  await there.owner.call(`POST ${campaign}/fields`, { body: { key: 'zip', label: 'Zip', type: 'text' } });
  await there.at(`${campaign}/revisions`, async (page) => {
    const dialog = page.getByRole('dialog');
    const restore = async () => {
      await page.getByRole('button', { name: `Restore revision ${target}`, exact: true }).click();
      await dialog.getByText('Not restored: filters and tokens').waitFor();
    };
    await restore();
    await dialog.getByText(/zip/).first().waitFor();
    expect(await dialog.getByText('Since then').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByText(`Revision ${target} is restored, as revision`).waitFor();
    const made = await revision();
    const { data } = (await there.owner.call(`GET ${campaign}/filters`)).body;
    expect(data.map(({ name }: { name: string }) => name)).toEqual(['Since then']);

    await restore();
    await dialog.getByText('No vendor will notice a difference.').waitFor();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByText(`Nothing to restore: the campaign is already as it was in revision ${target}.`).waitFor();
    expect(await revision()).toBe(made);
  });
});
