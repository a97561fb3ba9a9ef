/** The binding of a lead cursor: a cursor is valid only for the token, the campaign, the scope and the parameters of its list. */
import { hash } from 'node:crypto';
import type { Grant } from '../access/grant.ts';

/** The list that a cursor belongs to: the token, the campaign, the scope, and `rest`, which decides the leads and their order. */
export function bindingOf(grant: Grant, rest: unknown): string {
  const { actor, campaign, scope } = grant;
  const known = beginnings.get(grant) ?? JSON.stringify([actor.id, campaign.id, scope]).slice(0, -1);
  beginnings.set(grant, known);
  return hashOf(`${known},${JSON.stringify(rest)}]`);
}

/** The part of the text that is the same for all lists of a grant: a condition may be long. */
const beginnings = new WeakMap<Grant, string>();

/** A hash of any JSON value. */
export function fingerprint(value: unknown): string {
  return hashOf(JSON.stringify(value));
}

const hashOf = (text: string): string => hash('sha256', text, 'base64');
