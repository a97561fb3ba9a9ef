/** The binding of a lead cursor: a cursor is valid only for the token, the campaign, the scope and the parameters of its list. */
import { hash } from 'node:crypto';
import type { Grant } from '../access/grant.ts';

/** The list that a cursor belongs to: the token, the campaign, the scope, and `rest`, which decides the leads and their order. */
export function bindingOf({ actor, campaign, scope }: Grant, rest: unknown): string {
  return fingerprint([actor.id, campaign.id, scope, rest]);
}

/** A hash of any JSON value. */
export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64');
}
