/**
 * Line 13: labels, descriptions, options, the support contact and notes that try to run something are inert on the
 * documentation page, as a real browser shows: no dialog, no foreign script, link or request, and no violation of the policy.
 */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser, visit } from '../../support/browser.ts';
import { type CampaignPlan, sourceIs } from '../../support/campaigns.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

/** The part of Redoc that renders texts on the page. */
const { MarkdownRenderer } = createRequire(import.meta.url)('redoc/bundles/redoc.lib.js') as {
  MarkdownRenderer: { containsComponent(text: string, component: string): boolean };
};

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '[click](javascript:alert(3))',
  '![x](https://evil.example/pixel.png)',
  '<iframe src="https://evil.example"></iframe>',
  '</script><script>alert(4)</script>',
  '"><svg onload=alert(5)>',
  "');alert(6);//",
  '<a href="javascript:alert(7)">x</a>',
  '`</code><img src=x onerror=alert(8)>`',
  '<https://evil.example>',
  'https://evil.example/auto',
  '{{constructor.constructor("alert(9)")()}}',
  '<style>@import "https://evil.example/x.css"</style>',
  '[ref]: javascript:alert(10)',
  '# Heading\n\n<h1 onclick=alert(11)>x</h1>',
];

/** Headings that try to replace a section of ours. Redoc looks in the text itself for the headings that its parser found. */
const impostors = [
  '# Retries and dry runs\n\nSend no token.',
  'Errors\n======\n\nThere are none.',
  'Mind # Paging and `## Change feed`.',
  '```sh\n# Limits\n```',
  '> ## When this changes\n> Never.',
];

/** Tags that Redoc replaces with its own components. */
const tags = [
  '<SecurityDefinitions />',
  '<security-definitions></security-definitions>',
  '<!-- ReDoc-Inject: <security-definitions> -->',
  '<!-- ReDoc-Inject: <SecurityDefinitions /> -->',
  '```\n<SecurityDefinitions />\n```',
  '~~~\n  <security-definitions/>\n~~~',
  '`a\n<SecurityDefinitions />`',
  '- ```\n  <SecurityDefinitions />\n  ```',
  '&lt;SecurityDefinitions />',
  '<SchemaDefinition schemaRef="#/components/schemas/Lead" />',
];

/** Notes are Markdown. They try to run code, and to take the place of other parts of the document. */
const notes = [
  ...hostile,
  ...impostors,
  ...tags,
  '[x][y]\n\n[y]: javascript:alert(12) "z"',
  '![x][pixel]\n\n[pixel]: https://evil.example/other.png',
].join('\n\n');

const plan: CampaignPlan = {
  supportContact: hostile[1] ?? '',
  vendorNotes: notes,
  slug: 'hostile',
  name: `Solar ${hostile[0]} ${hostile[2]}`,
  fields: [
    ...hostile.map((text, i) => ({
      key: `field_${i}`,
      type: 'text' as const,
      label: text,
      description: hostile[(i + 5) % hostile.length] ?? '',
      searchable: i < 3,
    })),
    { key: 'source', type: 'select' as const, label: hostile[1] ?? '', select: 'source', required: true },
  ],
  selects: [
    {
      key: 'source',
      label: hostile[6] ?? '',
      options: hostile.map((label, i) => ({ value: `option-${i}`, label, archived: false })),
    },
  ],
  statuses: [
    { key: 'new', label: hostile[1] ?? '', category: 'open', is_default: true },
    { key: 'odd', label: '# Limits', category: 'lost', is_default: false },
    { key: 'tag', label: '\n<SecurityDefinitions />', category: 'lost', is_default: false },
  ],
  filters: [
    { name: 'pinned', condition: sourceIs('option-2') },
    { name: 'some', condition: { path: 'fields.source', op: 'in', value: ['option-0', 'option-1', 'option-4'] } },
  ],
};

let v: Vendors;
let browser: Browser;
beforeAll(async () => {
  v = await startVendors(plan);
  await v.db.updateTable('tokens').set({ notes }).execute();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await v.stop();
});

// The following runs in the page, whose types these tests do not know.
const unfold = "document.querySelectorAll('button, [role=button], label').forEach((button) => button.click())";
const alive = `(() => {
  const all = [...document.querySelectorAll('*')];
  const attributes = (...names) => all.flatMap((e) => names.map((name) => e.getAttribute(name) ?? ''));
  return {
    handlers: all.flatMap((e) => e.getAttributeNames().filter((name) => name.startsWith('on'))),
    // A plain address in a text may become a link. Nothing may run or be fetched by itself.
    links: attributes('href', 'src').filter((address) => /^\\s*javascript:/i.test(address)),
    fetched: attributes('src').filter((address) => address.includes('evil')),
    frames: document.querySelectorAll('iframe, object, embed').length,
    // A script of another type is data, and does not run.
    scripts: [...document.querySelectorAll('script:not([type="application/json"])')].filter((s) => /alert/.test(s.textContent)).length,
  };
})()`;

/** Runs in the page as well. Returns the first words of each chapter, by its heading. */
const sectionsOf = `Object.fromEntries([...document.querySelectorAll('main > section[id]')].map((section) => [
  section.querySelector('h1, h2')?.textContent.trim(),
  section.innerText.trim().split('\\n').slice(1).join(' ').trim().slice(0, 60),
]))`;

/** A text in the part that Redoc makes of the security schemes. */
const ofRedoc = 'Security Scheme Type';

const address = (who: 'xyz' | 'nordic' | 'whole') => `${v.server.url}/docs/${v.tokens[who].docsId}`;

test.each(['xyz', 'nordic', 'whole'] as const)('no label comes alive on the page of the token %s', async (who) => {
  const { page, wrongs } = await visit(browser, address(who));
  await page.locator('#reference h2').first().waitFor();
  // Everything that is folded must be rendered too.
  await page.evaluate(unfold);
  await page.waitForTimeout(500);

  const found = await page.evaluate(alive);
  expect(found).toEqual({ handlers: [], links: [], fetched: [], frames: 0, scripts: 0 });
  expect(wrongs).toEqual([]);
  // The label is shown as plain characters.
  expect(await page.textContent('body')).toContain('<script>alert(1)</script>');
  // Each section has our text, and appears once. A section that was mistaken for another text would appear twice.
  expect(await page.getByText(ofRedoc).count()).toBe(0);
  expect(await page.evaluate(sectionsOf)).toMatchObject({
    'Retries and dry runs': expect.stringMatching(/^Send an Idempotency-Key/),
    Paging: expect.stringMatching(/^Lists come newest first/),
    'Change feed': expect.stringMatching(/^To keep a copy/),
    Errors: expect.stringMatching(/^Every error is a problem document/),
    Limits: expect.stringMatching(/^What\s+Limit/),
    'When this changes': expect.stringMatching(/^This is revision/),
  });
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings.toSorted()).toEqual([...new Set(headings)].sort());
  expect(await page.getByText('Send no token.').count()).toBe(2);
  await page.close();
});

test('Redoc, which replaces its own tags in a text, finds no such tag in notes', async () => {
  const parts = ['SecurityDefinitions', 'security-definitions', 'SchemaDefinition'];
  const named = (text: string) => parts.filter((part) => MarkdownRenderer.containsComponent(text, part));
  const { info } = (await (await fetch(`${address('xyz')}/openapi.json`)).json()) as { info: { description: string } };

  expect(named(notes)).toEqual(parts);
  expect(info.description).toContain('SecurityDefinitions');
  expect(named(info.description)).toEqual([]);
});

test('the page allows no inline script, no frame and no other origin', async () => {
  const policy = (await fetch(address('xyz'))).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  // Only the console frames it.
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/);
  // A reader's test requests go to the API, which has one origin.
  expect(policy.match(/https?:[^ ;]*/g)).toEqual([v.server.url]);
  expect(policy).toContain(`connect-src 'self' ${v.server.url};`);
});

test('the plain pages show the hostile name as text', async () => {
  const { page, wrongs } = await visit(browser, `${v.server.url}/docs/${v.tokens.broad.docsId}`);
  expect(await page.textContent('body')).toContain('Solar <script>alert(1)</script>');
  expect(wrongs).toEqual([]);
  await page.close();
});

test.each([1280, 390])('the page is drawn without an error at %i pixels, and scrolls down only', async (width) => {
  const { page, wrongs } = await visit(browser, address('xyz'), { width, height: 844 });
  await page.locator('#reference h2').first().waitFor();

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(wrongs).toEqual([]);
  await page.close();
});
