/** The result of normalising one value: its stored form, or the reason why it is refused. */
import type { InputCode } from '../../problem/input-codes.ts';
import type { FieldValue } from '../definition.ts';

export type Normalised =
  | { readonly ok: true; readonly value: FieldValue | null }
  /** `form`: what the value must be, in words that follow "must be". */
  | { readonly ok: false; readonly code: InputCode; readonly form: string };

export const stored = (value: FieldValue | null): Normalised => ({ ok: true, value });
export const refused = (code: InputCode, form: string): Normalised => ({ ok: false, code, form });
