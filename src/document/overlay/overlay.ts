/**
 * The overlay: a list of named actions, as in the OpenAPI Overlay specification, that turn the base document into the
 * document of one campaign and grant. Actions may only narrow the document: the base document accepts everything that the
 * result accepts.
 */

import type { ProblemCode } from '../../problem/codes.ts';
import { baseDocument } from '../base.ts';
import {
  asForm,
  batchExample,
  campaignExample,
  createExample,
  leadExample,
  updateExample,
  upsertExample,
} from '../examples/examples.ts';
import { problemExamples } from '../examples/problem-examples.ts';
import type { Offer } from '../offer.ts';
import type { Schema } from '../openapi.ts';
import { duplicateWords } from '../words/duplicates.ts';
import { introduction } from '../words/introduction.ts';
import type { Limits } from '../words/limits.ts';
import { headName, printable } from '../words/markdown-text.ts';
import { contactOf } from '../words/support.ts';
import { formSchema } from './form-schema.ts';
import { fieldParameters } from './list-parameters.ts';
import { withoutCreation } from './no-creation.ts';
import { createRequired, fieldsAnswer, fieldsRequest, statusAnswer, statusInput } from './schemas.ts';

export type Action = {
  readonly name: string;
  /** JSON pointer (RFC 6901) into the base document. */
  readonly target: string;
} & (
  | { /** Members to set; `undefined` removes a member. */ readonly set: Readonly<Record<string, unknown>> }
  | { /** Entries to add to the end of a list. */ readonly append: readonly unknown[] }
  | { readonly remove: true }
);

const schema = (name: string) => `/components/schemas/${name}`;
const operation = (path: string, method: string) => `/paths/${path.replaceAll('/', '~1')}/${method}`;
const create = operation('/leads', 'post');
const update = operation('/leads/{lead_id}', 'patch');
const erase = operation('/leads/{lead_id}', 'delete');
const upsert = operation('/external-ids/{external_id}', 'put');
const createForm = operation('/leads/form', 'post');
const upsertForm = operation('/external-ids/{external_id}/form', 'put');
const batch = operation('/leads/batch', 'post');

/** The actions that name the campaign and its address. {@link overlayOf} has all others. */
export function introducing(offer: Offer, publicUrl: string, limits: Limits): readonly Action[] {
  const { campaign, revision } = offer;
  const server = `${publicUrl}/v1/campaigns/${campaign.slug}`;
  return [
    {
      name: 'introduce the campaign',
      target: '/info',
      set: {
        title: `${printable(campaign.name)}: Lead API`,
        version: String(revision),
        summary: undefined,
        description: introduction(offer, limits),
        contact: contactOf(campaign.supportContact) ?? { name: headName(campaign.accountName), url: `${publicUrl}/` },
        license: { name: `By agreement with ${headName(campaign.accountName)}`, url: `${publicUrl}/` },
      },
    },
    {
      name: "name the campaign's address",
      target: '',
      set: { servers: [{ url: server, description: 'The campaign.' }] },
    },
  ];
}

/** The actions that change paths and components. */
export function overlayOf(offer: Offer, publicUrl: string): readonly Action[] {
  return [
    {
      name: 'list the fields of answers',
      target: schema('LeadFields'),
      set: { additionalProperties: undefined, ...fieldsAnswer(offer) },
    },
    { name: 'list the fields of a new lead', target: schema('LeadFieldsCreate'), set: fieldsRequest(offer, true) },
    { name: 'list the fields of a change', target: schema('LeadFieldsUpdate'), set: fieldsRequest(offer, false) },
    { name: 'list the fields of a form', target: schema('LeadCreateForm'), set: formSchema(offer, true) },
    { name: 'list the fields of a form', target: schema('LeadUpsertForm'), set: formSchema(offer, false) },
    {
      name: 'require what a new lead must have',
      target: schema('LeadCreate'),
      set: listed('required', createRequired(offer)),
    },
    {
      name: 'say which statuses answers hold',
      target: `${schema('Lead')}/properties/status`,
      set: statusAnswer(offer),
    },
    {
      name: 'say which statuses may be written',
      target: schema('StatusInput'),
      set: { maxLength: undefined, ...statusInput(offer) },
    },
    {
      name: 'narrow the status parameter',
      target: '/components/parameters/StatusParam/schema',
      set: { items: statusItems(offer) },
    },
    ...problemExamples(offer, publicUrl),
    ...searching(offer),
    ...withoutCreation(offer),
    ...writing(offer),
    ...duplicates(offer),
    ...examples(offer, publicUrl),
  ];
}

const listed = (member: string, values: readonly string[]) => (values.length > 0 ? { [member]: values } : {});

function statusItems({ statuses, statusPin }: Offer) {
  const values = statusPin === undefined ? statuses.map((s) => s.key) : [statusPin];
  // If no status can match the filter, every list is empty, whatever it is filtered by.
  return values.length > 0 ? { type: 'string', enum: values } : { type: 'string', maxLength: 63 };
}

/** The lists that take the same filter parameters. */
const lists = ['/leads', '/leads/count', '/leads/export'];

function searching(offer: Offer): readonly Action[] {
  const named = fieldParameters(offer);
  const references = Object.keys(named).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [
    { name: 'define the parameters of searchable fields', target: '/components/parameters', set: named },
    ...lists.map(
      (path): Action => ({
        name: 'offer the parameters of searchable fields',
        target: `${operation(path, 'get')}/parameters`,
        append: references,
      }),
    ),
  ];
}

/** The document does not contain operations that the token may not use. */
function writing({ writes, creates }: Offer): readonly Action[] {
  return [
    ...(creates
      ? []
      : [create, createForm].map((target) => ({ name: 'offer no creation', target, remove: true }) as const)),
    ...(writes
      ? []
      : [update, erase, upsert, upsertForm, batch].map(
          (target) => ({ name: 'offer no writing', target, remove: true }) as const,
        )),
  ];
}

/** Describes the duplicate check, if the campaign has one. Otherwise the document does not mention duplicates. */
function duplicates(offer: Offer): readonly Action[] {
  const words = duplicateWords(offer);
  const rule = offer.campaign.duplicateRule;
  const responses = (baseDocument('leads').components.responses ?? {}) as Record<string, { description: string }>;
  return [
    ...(words !== undefined && rule?.action === 'flag'
      ? []
      : [{ name: 'flag no duplicates', target: `${schema('Lead')}/properties/duplicate_of`, remove: true } as const]),
    ...(words !== undefined && rule?.action === 'reject'
      ? []
      : [
          {
            name: 'refuse no duplicates',
            target: `${schema('Problem')}/properties/duplicate_of`,
            remove: true,
          } as const,
          {
            name: 'refuse no duplicates',
            target: `${schema('Problem')}/properties/code`,
            set: { 'x-extensible-enum': problemCodesBut('duplicate_lead') },
          },
        ]),
    ...(words !== undefined && rule?.action === 'reject'
      ? [
          {
            name: 'say what is refused as a duplicate',
            target: '/components/responses/Conflict',
            set: { description: `${responses.Conflict?.description.trimEnd()}\n\n${words}` },
          },
        ]
      : []),
  ];
}

function problemCodesBut(code: ProblemCode): readonly string[] {
  const { properties } = baseDocument('leads').components.schemas?.Problem ?? {};
  const listed = (properties as { code: Schema }).code['x-extensible-enum'] as readonly string[];
  return listed.filter((one) => one !== code);
}

function examples(offer: Offer, publicUrl: string): readonly Action[] {
  const lead = leadExample(offer);
  const created = createExample(offer);
  const json = 'application~1json';
  const form = 'application~1x-www-form-urlencoded';
  const patch = { example: updateExample(offer) };
  const upserted = { example: upsertExample(offer) };
  return [
    { name: 'show a lead', target: schema('Lead'), set: { example: lead } },
    {
      name: 'show the campaign',
      target: `${operation('/', 'get')}/responses/200/content/${json}`,
      set: { example: campaignExample(offer, publicUrl) },
    },
    ...(offer.creates && created
      ? [{ name: 'show a new lead', target: `${create}/requestBody/content/${json}`, set: { example: created } }]
      : []),
    ...(offer.writes
      ? [`${update}/requestBody/content/${json}`, `${upsert}/requestBody/content/${json}`].map((target) => ({
          name: 'show a change',
          target,
          set: target.startsWith(upsert) ? upserted : patch,
        }))
      : []),
    ...(offer.creates && created
      ? [
          {
            name: 'show a form',
            target: `${createForm}/requestBody/content/${form}`,
            set: { example: asForm({ ...created }) },
          },
        ]
      : []),
    ...(offer.writes
      ? [
          {
            name: 'show a form',
            target: `${upsertForm}/requestBody/content/${form}`,
            set: { example: asForm(upserted.example) },
          },
          {
            name: 'show a batch',
            target: `${batch}/requestBody/content/${json}`,
            set: { example: batchExample(offer) },
          },
        ]
      : []),
  ];
}
