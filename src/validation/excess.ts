/**
 * What is too much of a body: entries of a list beyond what it may have, unknown members beyond what is told, the rest of a text
 * that is too long. It is judged without: for each wrong thing Ajv keeps a record, so that a million would hold up a process,
 * and a pattern reads a text to its end. Taking away never lets anything through: what is left is wrong still.
 */

import { type Schema, schemaName } from '../document/openapi.ts';
import { mostErrors } from '../problem/problem.ts';

/** How much of a value there is room for; `undefined` where that need not be asked. */
export type Room =
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'list'; readonly most: number; readonly entry: Room | undefined }
  | {
      readonly kind: 'object';
      /** Names of its members; `undefined` where it may have any. */
      readonly known: ReadonlySet<string> | undefined;
      /** The members that have a room of their own. */
      readonly rooms: readonly (readonly [name: string, room: Room])[];
    };

/** Texts of these forms are short, whether or not a schema says so; what is left of a longer one is none of them. */
const shortFormats: ReadonlySet<unknown> = new Set(['date', 'date-time', 'timestamp', 'uuid', 'email']);
const longestOfForm = 1_000;

/** Of a schema whose references lead to its own `components`. Deeper than bodies are described it does not look. */
export function roomOf(schema: Schema, components = schema.components, depth = 0): Room | undefined {
  if (depth > 5) return undefined;
  const { schemas = {} } = (components ?? {}) as { schemas?: Readonly<Record<string, Schema>> };
  if (typeof schema.$ref === 'string') {
    const found = schemas[schemaName(schema.$ref)];
    return found && roomOf(found, components, depth + 1);
  }
  if (typeof schema.maxLength === 'number') return { kind: 'text', longest: 2 * (schema.maxLength + 1) };
  if (shortFormats.has(schema.format)) return { kind: 'text', longest: longestOfForm };
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

/** The value itself, where nothing of it is too much. */
export function withoutExcess(value: unknown, room: Room | undefined): unknown {
  if (room === undefined) return value;
  if (typeof value === 'string')
    return room.kind === 'text' && value.length > room.longest ? value.slice(0, room.longest) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return room.kind === 'list' ? ofList(value, room) : value;
  return room.kind === 'object' ? ofObject(value as Record<string, unknown>, room) : value;
}

function ofList(list: readonly unknown[], { most, entry }: Extract<Room, { kind: 'list' }>): readonly unknown[] {
  const some = list.length > most + 1 ? list.slice(0, most + 1) : list;
  if (entry === undefined) return some;
  const less = some.map((one) => withoutExcess(one, entry));
  return less.some((one, i) => one !== some[i]) ? less : some;
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
