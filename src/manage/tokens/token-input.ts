/**
 * The settings of a token as a request gives them: the same for a token that is created and for one that is changed. A setting
 * that a member may change is read here, whichever operation takes it.
 */
import { type Standing, standingOf } from '../../access/token-settings.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import type { InputCode } from '../../problem/input-codes.ts';
import type { InputError } from '../../problem/problem.ts';
import type { Shape } from '../context.ts';

/** The settings that a member may change. */
export interface Settings extends Standing {
  readonly name: string;
}

export const settingsOf = (token: Settings): Settings => ({ name: token.name, ...standingOf(token) });

type TokenInput = Omit<Shape<'TokenUpdate'>, 'filter_id'>;

/** The settings that the body asks for, or the errors in it. A member that is left out keeps the setting of `before`. */
export function readSettings(body: TokenInput, before: Settings): { settings: Settings; errors: InputError[] } {
  // An expiry date may have passed since it was set. Sent again, it is not a change.
  const isSame = body.expires_at === undefined || body.expires_at === (before.expiresAt?.toISOString() ?? null);
  const { expiresAt, errors } = isSame ? { ...before, errors: [] } : readExpiry(body.expires_at);
  const settings: Settings = {
    ...before,
    ...limitsOf(body.rate_limit, before),
    name: body.name ?? before.name,
    permission: body.permission ?? before.permission,
    expiresAt,
    notes: body.notes === undefined ? before.notes : notesOf(body.notes),
    paused: body.paused ?? before.paused,
  };
  return { settings, errors };
}

/** Judges whether the filter belongs to the campaign. Null stands for no filter. */
export function judgeFilter(campaign: Campaign, id: string | null): InputError[] {
  if (id === null || campaign.filters.some((filter) => filter.id === id.toLowerCase())) return [];
  const allowed = campaign.filters.map((filter) => filter.id);
  return [{ pointer: '/filter_id', code: 'not_allowed', detail: 'The campaign has no such filter.', allowed }];
}

/** A time in the future, or null for a token that never expires. */
export function readExpiry(given: string | null | undefined): { expiresAt: Date | null; errors: InputError[] } {
  if (given === null || given === undefined) return { expiresAt: null, errors: [] };
  const refused = (code: InputCode, detail: string) => ({
    expiresAt: null,
    errors: [{ pointer: '/expires_at', code, detail }],
  });
  const time = normaliseValue({ type: 'datetime' }, given, null);
  if (!time.ok || time.value === null)
    return refused('format', `\`expires_at\` must be ${time.ok ? 'a time' : time.form}.`);
  const expiresAt = new Date(String(time.value));
  return expiresAt > new Date() ? { expiresAt, errors: [] } : refused('not_allowed', '`expires_at` lies in the past.');
}

/** Notes as they were written; notes of white space alone count as empty. */
const notesOf = (given: string | null): string | null => (given?.trim() ? given : null);

/** Members that are left out keep the limits of `before`. */
export function limitsOf(
  given: Shape<'RateLimitInput'> | undefined,
  before: OwnLimits = noLimits,
): Required<OwnLimits> {
  const { requestsPerMinute, writesPerMinute } = given === null ? noLimits : before;
  const { requests_per_minute = requestsPerMinute, writes_per_minute = writesPerMinute } = given ?? {};
  return { requestsPerMinute: requests_per_minute, writesPerMinute: writes_per_minute };
}

type OwnLimits = Pick<Standing, 'requestsPerMinute' | 'writesPerMinute'>;

const noLimits: OwnLimits = { requestsPerMinute: null, writesPerMinute: null };
