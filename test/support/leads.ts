/**
 * A campaign with leads at the console: `const there = await startLeads()` returns its server, browser, members and
 * shortcuts.
 */
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ConsoleOptions, startConsole } from './console.ts';
import { signUpMember } from './manage.ts';

/** Below `/manage/v1`, and below `/console`. */
export const leadsPath = '/campaigns/solar-dk/leads';

export async function startLeads() {
  const there = await startConsole();
  const { server, owner } = there;
  const fields = [
    { key: 'name', label: 'Name', type: 'text', required: true },
    { key: 'city', label: 'City', type: 'text', searchable: true },
    { key: 'roof_area', label: 'Roof area', type: 'number', searchable: true, min: -10 },
    { key: 'visit', label: 'Visit', type: 'date', searchable: true },
    { key: 'owns', label: 'Owns the home', type: 'boolean' },
    { key: 'notes', label: 'Notes', type: 'long_text' },
  ];
  for (const body of fields) await owner.call('POST /campaigns/solar-dk/fields', { body });
  await owner.call('POST /campaigns/solar-dk/statuses', { body: { key: 'won', label: 'Won it', category: 'won' } });
  const admin = await signUpMember(server, owner.accountId, 'admin');
  return {
    ...there,
    /** Another member, who may change leads. */
    admin,
    async makeLead(fields: object, rest: object = {}): Promise<string> {
      const { body } = await admin.call(`POST ${leadsPath}`, { body: { fields, ...rest } });
      return body.id;
    },
    /** Ten at once, because a member with very many requests in flight is refused some. */
    async makeLeads(many: readonly object[]): Promise<void> {
      const headers = { cookie: admin.cookie() ?? '', 'content-type': 'application/json' };
      const url = `${server.url}/manage/v1${leadsPath}`;
      const make = (fields: object) => fetch(url, { method: 'POST', headers, body: JSON.stringify({ fields }) });
      for (let i = 0; i < many.length; i += 10) {
        const answers = await Promise.all(many.slice(i, i + 10).map(make));
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      }
    },
    leadOf: async (id: string) => (await admin.call(`GET ${leadsPath}/${id}`)).body,
    /** The page for leads. Nothing may go wrong on it by itself. */
    async visiting(options: ConsoleOptions, act: (page: Page) => Promise<void>): Promise<void> {
      const visit = await there.open({ as: owner, path: leadsPath, ...options });
      await act(visit.page);
      expect(visit.wrongs).toEqual([]);
      await visit.context.close();
    },
  };
}

export const drawer = (page: Page) => page.getByRole('dialog').first();
export const openLead = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
