/** The server's refusals stand at their inputs in the console's own words: no regular expression, no pointer, no API name. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { axeFindings, type ConsoleTest, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
  const fields = [
    { key: 'zip', label: 'Zip', type: 'text', required: true, pattern: '^[0-9]{4}$' },
    { key: 'mail', label: 'Mail', type: 'email' },
    { key: 'phone', label: 'Phone', type: 'phone' },
    { key: 'age', label: 'Age', type: 'integer', min: 18, max: 99 },
    { key: 'nick', label: 'Nick', type: 'text', max_length: 3 },
    { key: 'site', label: 'Site', type: 'url' },
  ];
  for (const body of fields) await there.owner.call(`POST ${campaign}/fields`, { body });
});
afterAll(() => there?.stop());

/** The text below the input, which a screen reader reads too. */
async function errorOf(dialog: Locator, name: string): Promise<string> {
  const input = dialog.getByRole('textbox', { name });
  const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ');
  const id = ids.find((one) => one.endsWith('error')) ?? 'none';
  return (await dialog.locator(`[id="${id}"]`).textContent()) ?? '';
}

test('each value of a lead that is refused says what to enter', async () => {
  await there.at(`${campaign}/leads?lead=new`, async (page) => {
    const dialog = page.getByRole('dialog');
    const fill = (name: string, value: string) => dialog.getByRole('textbox', { name }).fill(value);
    await fill('Mail', 'anna');
    await fill('Phone', '12');
    await fill('Age', '7');
    await fill('Nick', 'Johanna');
    await fill('Site', 'example');
    await dialog.getByRole('button', { name: 'Create the lead' }).click();
    await dialog.getByText('Fill this in.').waitFor();
    const errors = await Promise.all(
      ['Zip', 'Mail', 'Phone', 'Age', 'Nick', 'Site'].map((name) => errorOf(dialog, name)),
    );
    expect(errors).toEqual([
      'Fill this in.',
      'Enter an e-mail address, such as anna@example.com.',
      'Enter a phone number with its country code, such as +45 20 31 42 53.',
      'Enter at least 18.',
      'Use at most 3 characters.',
      'Enter a web address that begins with https:// or http://.',
    ]);
    await fill('Zip', 'abc');
    await dialog.getByRole('button', { name: 'Create the lead' }).click();
    await dialog.getByText('This does not have the required form.').waitFor();
    expect(await dialog.textContent()).not.toMatch(/\^|\[0-9\]|`|\/fields/);
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('a key that is taken, or has the wrong form, says so at the key', async () => {
  await there.at(`${campaign}/statuses`, async (page) => {
    await page.getByRole('button', { name: 'New status' }).click();
    const dialog = page.getByRole('dialog', { name: 'New status' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Again new');
    await dialog.getByRole('textbox', { name: 'Key' }).fill('new');
    await dialog.getByRole('button', { name: 'Create the status' }).click();
    await dialog.getByText('This API name is in use, or was in use before. Choose another.').waitFor();
    await dialog.getByRole('textbox', { name: 'Key' }).fill('Not A Key');
    await dialog.getByRole('button', { name: 'Create the status' }).click();
    await dialog.getByText('Use lower-case letters, digits and _. Begin with a letter.').waitFor();
    expect(await dialog.textContent()).not.toMatch(/\^|`|\/key/);
  });
});
