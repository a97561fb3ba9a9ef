/**
 * The offer of a grant at each place of the document: the fields with their pins and narrowed options, the statuses, and
 * whether leads can be created. The document, `getCampaign` and the introduction take all of this from here.
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
  /** The values that may be written, if the filter narrows a text, number or date to a few. */
  readonly choices: readonly Scalar[] | undefined;
  /** The options that may be written. Only for a select. */
  readonly options: readonly Option[];
  /** The options that responses may contain, archived ones included. */
  readonly readable: readonly Option[];
  /** Whether the field can never be empty, because it is required or because the filter requires one of a few values. */
  readonly filled: boolean;
  /** The value that the service fills in if a new lead does not have the field. */
  readonly default: FieldValue | undefined;
  /** Whether a new lead must have the field in the request. */
  readonly required: boolean;
  /** The announced changes of the field, in words. */
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
  /** The revision of the document. */
  readonly revision: number;
  readonly permission: Grant['permission'];
  readonly fields: readonly FieldOffer[];
  readonly statusPin: string | undefined;
  /** The status of a new lead without a status; `undefined` if a new lead must have one. */
  readonly statusDefault: string | undefined;
  /** The statuses that may be written. */
  readonly statuses: readonly Status[];
  readonly pins: Pins;
  /** Whether the grant allows creating leads. */
  readonly creates: boolean;
  readonly writes: boolean;
  /** Whether the filter has conditions that the document's schemas cannot express. */
  readonly more: boolean;
  /** The condition of the filter. Only the examples of the document depend on it, and never its texts. */
  readonly condition: Condition | undefined;
  /** False if the token's filter was deleted or no lead can match it, so that no lead is visible. */
  readonly sees: boolean;
  /** The announced changes, ordered by time. */
  readonly toCome: readonly ToCome[];
  /** The notes and limits of the token; `undefined` without a token, as in a document of the past. */
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

/**
 * Without the filter it is unknown which options were this token's own. It sees no options, and so no option of another
 * vendor.
 */
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

/**
 * The values of a new lead: those that were sent, the pins, and the defaults of missing fields. Empty values are left out.
 */
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
