/**
 * What a grant offers at each place of the document: the fields with their pins and narrowed options, the statuses, and
 * whether anything can be created. Everything that the document, `getCampaign` and the introduction say comes from here.
 */

import type { Grant } from '../access/grant.ts';
import type { Condition, Scalar } from '../campaign/condition/condition.ts';
import { offered, type Pins } from '../campaign/condition/pins.ts';
import {
  activeOptions,
  type Campaign,
  type Field,
  type FieldValue,
  findSelect,
  type Option,
  type Status,
} from '../campaign/definition.ts';
import { traits } from '../campaign/field-types.ts';
import type { Change } from './changes/change.ts';

export interface FieldOffer {
  readonly field: Field;
  /** The one value that the token's filter fixes. */
  readonly pin: Scalar | undefined;
  /** The values that may be written, where the filter narrows a text, number or date to a few. */
  readonly choices: readonly Scalar[] | undefined;
  /** The options that may be written; of a select only. */
  readonly options: readonly Option[];
  /** The options that answers may hold, archived ones included. */
  readonly readable: readonly Option[];
  /** Whether it can never be empty: because it is required, or because the filter asks for one of a few values. */
  readonly filled: boolean;
  /** What the server fills in when a new lead comes without it. */
  readonly default: FieldValue | undefined;
  /** Whether a new lead must have it in the request. */
  readonly required: boolean;
  /** What is announced for it, in words. */
  readonly news: readonly string[];
}

/** An announced change, as far as it concerns this token. */
export interface ToCome {
  readonly id: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly announcedAt: string;
  readonly toldAt: string;
  readonly note: string | null;
  readonly changes: readonly Change[];
}

export interface Offer {
  readonly campaign: Campaign;
  /** Of the document. */
  readonly revision: number;
  readonly permission: Grant['permission'];
  readonly fields: readonly FieldOffer[];
  readonly statusPin: string | undefined;
  /** The status of a new lead that comes without one; `undefined` when it must name one. */
  readonly statusDefault: string | undefined;
  /** The statuses that may be written. */
  readonly statuses: readonly Status[];
  readonly pins: Pins;
  /** Whether leads are created with this grant. */
  readonly creates: boolean;
  readonly writes: boolean;
  /** True when the filter says more than the document's schemas can. */
  readonly more: boolean;
  /** That of the filter. No word of the document is made of it but its examples. */
  readonly condition: Condition | undefined;
  /** False when the token's filter is gone, so that nothing is visible. */
  readonly sees: boolean;
  /** What is announced, by its time: all that there is to tell of it is in the words of changes. */
  readonly toCome: readonly ToCome[];
  /** What its token is told alone; `undefined` where there is no token, as in a document of the past. */
  readonly terms: Grant['terms'];
}

export function offerOf(
  grant: Pick<Grant, 'campaign' | 'permission' | 'pins' | 'scope' | 'terms'> & { readonly revision?: number },
): Offer {
  const { campaign, permission, pins, scope, terms, revision = campaign.revision } = grant;
  const writes = permission === 'read_write';
  const allowed = pins.allowed.get('status');
  const statuses = campaign.statuses.filter((status) => !allowed || allowed.includes(status.key));
  const statusPin = allowed?.length === 1 ? String(allowed[0]) : undefined;
  return {
    campaign,
    revision,
    permission,
    fields: campaign.fields.map((field) => {
      const offer = fieldOffer(campaign, pins, field);
      return scope.kind === 'nothing' ? hideOptions(offer) : offer;
    }),
    statusPin,
    statusDefault: statusPin ?? statuses.find((status) => status.is_default)?.key,
    statuses,
    pins,
    writes,
    creates: writes && pins.closed === undefined,
    more: pins.more,
    condition: scope.kind === 'condition' ? scope.condition : undefined,
    sees: scope.kind !== 'nothing' && pins.closed !== 'contradiction',
    toCome: [],
    terms,
  };
}

/** Without its filter nobody knows which options were this token's own: it is shown none, so none of another vendor. */
function hideOptions(offer: FieldOffer): FieldOffer {
  if (offer.field.select === null) return offer;
  return { ...offer, options: [], readable: [], default: undefined, required: offer.filled };
}

function fieldOffer(campaign: Campaign, pins: Pins, field: Field): FieldOffer {
  const path = `fields.${field.key}`;
  const allowed = pins.allowed.get(path);
  const inScope = (option: Option) => !allowed || allowed.includes(option.value);
  const pin = allowed?.length === 1 ? allowed[0] : undefined;
  const filled = field.required || allowed !== undefined;
  const usable = field.default !== null && (!allowed || allowed.includes(field.default as Scalar));
  const fallback = usable && field.default !== null ? field.default : undefined;
  return {
    field,
    pin,
    choices: allowed && traits[field.type].options !== 'one' ? offered(campaign, path, allowed) : undefined,
    options: activeOptions(campaign, field).filter(inScope),
    readable: (findSelect(campaign, field.select)?.options ?? []).filter(inScope),
    filled,
    default: fallback,
    required: filled && fallback === undefined && pin === undefined,
    news: [],
  };
}

/** The values of a new lead: what was sent, the pins, and the defaults of fields that were left out. Empty ones are left out. */
export function filledIn<Value>(
  { fields }: Pick<Offer, 'fields'>,
  sent: Readonly<Record<string, Value | null>>,
): Record<string, Value | FieldValue> {
  const values: Record<string, Value | FieldValue> = {};
  for (const { field, pin, default: fallback } of fields) {
    const value = Object.hasOwn(sent, field.key) ? sent[field.key] : (pin ?? fallback);
    if (value !== undefined && value !== null) values[field.key] = value;
  }
  return values;
}
