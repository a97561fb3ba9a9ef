/**
 * Removes the excess of a body: entries of a list beyond its maximum, unknown members beyond those that are reported, and
 * the end of a text that is too long. The body is validated without the excess: Ajv keeps a record for each mistake, so a
 * million of them would block the process, and a pattern reads a text to its end. No wrong body becomes valid by this,
 * because what is left is still wrong.
 */

import { type Schema, schemaName } from '../document/openapi.ts';
import { mostErrors } from '../problem/problem.ts';

/** The size limit of a value; `undefined` if the value needs no limit. */
export type Room =
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'list'; readonly most: number; readonly entry: Room | undefined }
  | {
      readonly kind: 'object';
      /** The names of its members; `undefined` if it may have any. */
      readonly known: ReadonlySet<string> | undefined;
      /** The members that have size limits of their own. */
      readonly rooms: readonly (readonly [name: string, room: Room])[];
    };

/**
 * Texts in these formats are short, even if a schema does not limit them. The beginning of a longer text is still not in the
 * format.
 */
const shortFormats: ReadonlySet<unknown> = new Set(['date', 'date-time', 'timestamp', 'uuid', 'email']);
const longestWithFormat = 1_000;

/** The size limits of a schema with its own `components`. It stops at a depth that no body of the documents reaches. */
export function roomOf(schema: Schema, components = schema.components, depth = 0): Room | undefined {
  if (depth > 5) return undefined;
  const { schemas = {} } = (components ?? {}) as { schemas?: Readonly<Record<string, Schema>> };
  if (typeof schema.$ref === 'string') {
    const found = schemas[schemaName(schema.$ref)];
    return found && roomOf(found, components, depth + 1);
  }
  if (typeof schema.maxLength === 'number') return { kind: 'text', longest: 2 * (schema.maxLength + 1) };
  if (shortFormats.has(schema.format)) return { kind: 'text', longest: longestWithFormat };
  const { maxItems: most } = schema;
  if (typeof most === 'number') {
    const entry = schema.items === undefined ? undefined : roomOf(schema.items as Schema, components, depth + 1);
    return { kind: 'list', most, entry };
  }
  if (typeof schema.properties !== 'object') return undefined;
  const properties = Object.entries(schema.properties as Readonly<Record<string, Schema>>);
  const rooms = properties.flatMap(([name, one]) => {
    const room = roomOf(one, components, depth + 1);
    return room ? [[name, room] as const] : [];
  });
  const known = schema.additionalProperties === false ? new Set(properties.map(([name]) => name)) : undefined;
  return { kind: 'object', known, rooms };
}

/** Returns the value itself if it has no excess. */
export function withoutExcess(value: unknown, room: Room | undefined): unknown {
  if (room === undefined) return value;
  if (typeof value === 'string')
    return room.kind === 'text' && value.length > room.longest ? value.slice(0, room.longest) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return room.kind === 'list' ? ofList(value, room) : value;
  return room.kind === 'object' ? ofObject(value as Record<string, unknown>, room) : value;
}

function ofList(list: readonly unknown[], { most, entry }: Extract<Room, { kind: 'list' }>): readonly unknown[] {
  const first = list.length > most + 1 ? list.slice(0, most + 1) : list;
  if (entry === undefined) return first;
  const less = first.map((one) => withoutExcess(one, entry));
  return less.some((one, i) => one !== first[i]) ? less : first;
}

function ofObject(
  value: Readonly<Record<string, unknown>>,
  { known, rooms }: Extract<Room, { kind: 'object' }>,
): Readonly<Record<string, unknown>> {
  const fewer = known ? withFewerStrangers(value, known) : value;
  const changed = rooms.flatMap(([name, room]) => {
    if (!Object.hasOwn(fewer, name)) return [];
    const less = withoutExcess(fewer[name], room);
    return less === fewer[name] ? [] : [[name, less] as const];
  });
  return changed.length > 0 ? Object.fromEntries([...Object.entries(fewer), ...changed]) : fewer;
}

function withFewerStrangers(value: Readonly<Record<string, unknown>>, known: ReadonlySet<string>) {
  const members = Object.entries(value);
  if (members.length <= known.size + mostErrors) return value;
  let strangers = 0;
  return Object.fromEntries(members.filter(([name]) => known.has(name) || strangers++ < mostErrors));
}
