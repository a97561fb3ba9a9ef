/**
 * The shape of a request: its fields and parameters, its options, and the kinds of its values, but never a personal value.
 * Shapes of accepted requests are stored, so that a planned change can be tried on them. For a write, the version of the
 * lead leads to the values in the lead's own history, as long as they exist.
 */
import type { Campaign, FieldType, FieldValue } from './definition.ts';
import { traits } from './field-types.ts';

/** An option, options, true or false, or the kind of a value. */
export type ValueShape = null | boolean | string | readonly string[] | { readonly kind: string };

/** A lead in the state after a write. */
export interface LeadVersion {
  readonly lead: string;
  readonly version: number;
}

/** The part of that state that is still known. */
export interface StateAfter extends LeadVersion {
  readonly status: string;
  readonly external_id: string | null;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Whether the lead was deleted later. Then only the values that filters read are left. */
  readonly erased: boolean;
}

export interface SentWrite extends LeadVersion {
  /** The operation whose schema validates it. */
  readonly as: 'createLead' | 'updateLead';
  readonly status?: string;
  /** Whether it had an external id. */
  readonly external_id?: true;
  readonly fields: Readonly<Record<string, ValueShape>>;
}

export interface SentRequest {
  /** Parameters by name, with their options and statuses; null for any other value. */
  readonly query?: Readonly<Record<string, readonly string[] | null>>;
  readonly writes?: readonly SentWrite[];
}

interface LeadBody {
  readonly status?: unknown;
  readonly external_id?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** `body`: validated, and in stored form. */
export function shapeOfWrite(
  campaign: Campaign,
  as: SentWrite['as'],
  body: LeadBody,
  { id, version }: { readonly id: string; readonly version: number },
): SentWrite {
  const shapes = campaign.fields.flatMap(({ key, type }): [string, ValueShape][] => {
    const value = body.fields && Object.hasOwn(body.fields, key) ? body.fields[key] : undefined;
    return value === undefined ? [] : [[key, shapeOf(type, value as FieldValue | null)]];
  });
  return {
    as,
    ...(typeof body.status === 'string' && { status: body.status }),
    ...(typeof body.external_id === 'string' && { external_id: true as const }),
    fields: Object.fromEntries(shapes),
    lead: id,
    version,
  };
}

function shapeOf(type: FieldType, value: FieldValue | null): ValueShape {
  if (value === null || typeof value === 'boolean') return value;
  if (traits[type].options) return value as string | readonly string[];
  return { kind: type };
}

/** `undefined` if the request has no parameters. */
export function shapeOfQuery(
  campaign: Campaign,
  query: Readonly<Record<string, unknown>>,
): NonNullable<SentRequest['query']> | undefined {
  const named = Object.entries(query).filter(([, value]) => value !== undefined);
  if (named.length === 0) return undefined;
  const isOptions = (name: string) =>
    name === 'status' || campaign.fields.some(({ key, type }) => name === `fields.${key}` && traits[type].options);
  return Object.fromEntries(
    named.map(([name, value]) => [name, isOptions(name) && Array.isArray(value) ? value.map(String) : null]),
  );
}
