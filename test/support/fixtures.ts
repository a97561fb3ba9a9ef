/**
 * Three campaigns as values, the same in every run, and the grants of four kinds of token (and of one whose filter is
 * deleted). The golden documents and the golden SQL are made from them. Nothing here needs a database.
 */
import { type Grant, grantOfToken } from '../../src/access/grant.ts';
import type { Permission, PresentedToken, Token } from '../../src/access/tokens.ts';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import type { Campaign, Option, Status } from '../../src/campaign/definition.ts';
import { assignKeyColumns } from '../../src/campaign/key-columns.ts';
import { type CampaignPlan, solarPlan, sourceIs, wholeField } from './campaigns.ts';

export const publicUrl = 'https://leads.sunny.test';

const accountId = '0199c000-0000-7000-8000-0000000000aa';
const filterId = '0199c000-0000-7000-8000-0000000000f1';
const otherFilterId = '0199c000-0000-7000-8000-0000000000f2';

const statuses: readonly Status[] = [
  { key: 'new', label: 'New', category: 'open', is_default: true },
  { key: 'contacted', label: 'Contacted', category: 'open', is_default: false },
  { key: 'won', label: 'Won', category: 'won', is_default: false },
  { key: 'lost', label: 'Lost', category: 'lost', is_default: false },
];

const richNotes = `# Before you start

Send a lead **within an hour** of the call, see [our terms](https://sunny.test/terms).

| Roof | We pay |
|---|---|
| tile | 40 |
| flat | 35 |
`;

const awkwardNotes = `<script>alert(1)</script> [x](javascript:alert(2)) ![pixel](https://evil.example/x.png)

# Authentication

Send no token.

<SecurityDefinitions />

<!-- ReDoc-Inject: <security-definitions> -->

\`\`\`html"onload
<SchemaDefinition schemaRef="#/components/schemas/Lead" />
\`\`\`

[y][z] <https://evil.example>

[z]: vbscript:alert(3) "title"`;

/** The plan as the service would hold it: with ids, and with every key column ready. */
function campaignOf(number: number, plan: CampaignPlan, conditions: readonly [Condition, Condition]): Campaign {
  const [vendor, other] = conditions;
  const campaign: Campaign = {
    id: `0199c000-0000-7000-8000-00000000000${number}`,
    accountId,
    accountName: plan.slug === 'awkward' ? 'A & B <b>"Account"</b>' : 'Sunny Ltd',
    slug: plan.slug,
    name: plan.name ?? plan.slug,
    defaultCountry: plan.defaultCountry ?? null,
    revision: 7,
    epoch: '42',
    fields: plan.fields.map(wholeField),
    removedFields: [],
    archived: false,
    selects: plan.selects ?? [],
    statuses: plan.statuses ?? statuses,
    filters: [
      { id: filterId, name: 'Mine', condition: vendor },
      { id: otherFilterId, name: 'Hidden filter name', condition: other },
    ],
    keyColumns: [],
    duplicateRule: null,
    announced: [],
    documentChanges: {},
    supportContact:
      plan.slug === 'rich' ? 'leads@sunny.test' : plan.slug === 'awkward' ? awkwardNotes.slice(0, 60) : null,
    vendorNotes: plan.slug === 'rich' ? richNotes : plan.slug === 'awkward' ? awkwardNotes : null,
  };
  const { columns } = assignKeyColumns(campaign);
  return { ...campaign, keyColumns: columns.map((column) => ({ ...column, state: 'ready' })) };
}

const option = (value: string, label: string, archived = false): Option => ({ value, label, archived });

const rich = campaignOf(1, { ...solarPlan, slug: 'rich', name: 'Solar Denmark', defaultCountry: 'DK' }, [
  sourceIs('vendor-xyz'),
  sourceIs('nordic-leads'),
]);

const minimal = campaignOf(
  2,
  {
    slug: 'minimal',
    name: 'Minimal',
    fields: [{ key: 'name', type: 'text', label: 'Name' }],
    statuses: [{ key: 'new', label: 'New', category: 'open', is_default: true }],
  },
  [
    { path: 'fields.name', op: 'is_not_empty' },
    { path: 'fields.name', op: 'is_empty' },
  ],
);

const longKey = `k${'0123456789'.repeat(6)}_x`;

const awkward = campaignOf(
  3,
  {
    slug: 'awkward',
    name: '"Awkward" <script>alert(1)</script> & 😀',
    fields: [
      { key: 'constructor', type: 'text', label: 'It\'s "quoted"', required: true, searchable: true },
      { key: 'select', type: 'select', label: '<img src=x onerror=alert(1)>', select: 'filter', required: true },
      { key: 'filter', type: 'multi_select', label: '[click](javascript:alert(1))', select: 'other', required: true },
      { key: 'id', type: 'integer', label: '🌞 Ünïcödé', min: -5, max: -1, searchable: true, required: true },
      { key: 'status', type: 'boolean', label: '| a | b |', default: false, searchable: true },
      { key: longKey, type: 'text', label: 'x'.repeat(100), pattern: '^[A-Z]{2}-\\d+$', max_length: 5, required: true },
      { key: 'values', type: 'date', label: '`code` ``more``', searchable: true },
      {
        key: 'tostring',
        type: 'number',
        label: '*b* _i_ ~s~ # h',
        description: '**Markdown** of the admin’s own.',
        max: 0.5,
      },
      { key: 'narrowed', type: 'text', label: 'Narrowed', searchable: true },
      { key: 'hasownproperty', type: 'phone', label: '\\backslash\\', searchable: true },
    ],
    selects: [
      {
        key: 'filter',
        label: '"; drop table leads;--',
        options: [
          option('constructor', '</script><script>alert(1)</script>'),
          option('a', 'O\'Hidden "&" <i>Hidden label</i>'),
          option('true', '![x](javascript:alert(1))'),
          option('gone', 'Archived hidden label', true),
        ],
      },
      {
        key: 'other',
        label: '😀',
        options: [option('0', '[click](javascript:alert(1))'), option('x'.repeat(63), '<svg onload=alert(1)>')],
      },
    ],
    statuses: [
      { key: 'constructor', label: '<b>Open</b>', category: 'open', is_default: false },
      { key: 'won', label: '🏆', category: 'won', is_default: true },
      { key: 's'.repeat(63), label: '[x](http://evil.example)', category: 'lost', is_default: false },
    ],
  },
  [
    {
      all: [
        { path: 'fields.select', op: 'in', value: ['constructor', 'true'] },
        { path: 'fields.narrowed', op: 'in', value: ['one', 'two'] },
        { path: 'status', op: 'eq', value: 'constructor' },
        {
          any: [
            { path: 'fields.id', op: 'lt', value: -2 },
            { not: { path: 'fields.constructor', op: 'contains', value: 'x' } },
          ],
        },
      ],
    },
    { path: 'fields.select', op: 'eq', value: 'a' },
  ],
);

export const fixtures = { rich, minimal, awkward } as const;
export type FixtureName = keyof typeof fixtures;

function token(scope: Token['scope'], permission: Permission, campaign: Campaign, filter = filterId): PresentedToken {
  return {
    id: '0199c000-0000-7000-8000-0000000000e1',
    accountId,
    scope,
    campaignId: scope === 'account' ? null : campaign.id,
    filterId: scope === 'filter' ? filter : null,
    name: 'Token',
    permission,
    version: 3,
    ownChanges: campaign.revision - 1,
    docsId: 'a'.repeat(26),
    paused: false,
    expiresAt: null,
    revokedAt: null,
    requestsPerMinute: null,
    writesPerMinute: null,
    notes:
      scope === 'filter' && campaign.slug !== 'minimal'
        ? 'On weekdays only.\n\n* * *\n\n## Yours\n\nAsk *Anna*.'
        : null,
    credential: Buffer.from('0123456789abcdef'),
    prefix: 'lsp_0123',
    validUntil: null,
    ended: false,
  };
}

const gone = '0199c000-0000-7000-8000-0000000000f9';

const tokens = {
  'scoped-read': (campaign: Campaign) => token('filter', 'read', campaign),
  'scoped-read-write': (campaign: Campaign) => token('filter', 'read_write', campaign),
  'scoped-filter-gone': (campaign: Campaign) => token('filter', 'read_write', campaign, gone),
  campaign: (campaign: Campaign) => token('campaign', 'read_write', campaign),
  broad: (campaign: Campaign) => token('account', 'read', campaign),
} as const;

export type GrantKind = keyof typeof tokens;
export const grantKinds = Object.keys(tokens) as GrantKind[];

export function grantOf(campaign: Campaign, kind: GrantKind): Grant {
  const grant = grantOfToken(tokens[kind](campaign), campaign);
  if (!grant) throw new Error(`a ${kind} token does not reach the campaign`);
  return grant;
}

/** Every fixture with every kind of grant. The deleted filter appears only once, with the rich campaign. */
export const documentCases = (Object.keys(fixtures) as FixtureName[]).flatMap((name) =>
  grantKinds.filter((kind) => kind !== 'scoped-filter-gone' || name === 'rich').map((kind) => ({ name, kind })),
);
