/**
 * The shape of what a request sent: which fields and parameters, which options, what kind of value; never a personal value.
 * Kept of accepted requests, so that a change can be tried on them. Where a lead was written, its version leads to the values
 * in the lead's own history, for as long as they are there.
 */
import type { Campaign, FieldValue } from './definition.ts';
import { type FieldType, traits } from './field-types.ts';

/** An option, options, a truth value, or the kind of a value. */
export type ValueShape = null | boolean | string | readonly string[] | { readonly kind: string };

/** A lead as a write left it. */
export interface LeadVersion {
  readonly lead: string;
  readonly version: number;
}

/** What is still known of it. */
export interface StateAfter extends LeadVersion {
  readonly status: string;
  readonly external_id: string | null;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Whether the lead was erased since: what filters do not use is gone. */
  readonly erased: boolean;
}

export interface SentWrite extends LeadVersion {
  /** By which schema it is judged. */
  readonly as: 'createLead' | 'updateLead';
  readonly status?: string;
  /** Whether it had an external id. */
  readonly external_id?: true;
  readonly fields: Readonly<Record<string, ValueShape>>;
}

export interface SentRequest {
  /** Parameters by name, with the options and statuses that they ask for; null for any other value. */
  readonly query?: Readonly<Record<string, readonly string[] | null>>;
  readonly writes?: readonly SentWrite[];
}

interface LeadBody {
  readonly status?: unknown;
  readonly external_id?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** `body`: judged, and in stored form. */
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

/** `undefined` where nothing was asked for. */
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
