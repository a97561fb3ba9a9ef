/** The form of a text in a schema. A text that must be filled has something in it that can be seen. */
import type { OwnFormat } from '../values/formats.ts';
import { isPortable } from '../values/pattern.ts';
import { orEmpty } from '../values/patterns.ts';
import type { FieldLimits } from './entry.ts';

/** A pattern that not every client can run is published as `x-pattern`, beside a format of ours. */
export function textForm(form: 'line' | 'text', { pattern }: FieldLimits, filled: boolean) {
  const format: OwnFormat = filled ? `filled-${form}` : form;
  if (pattern === null) return { format };
  const asked = filled ? pattern : orEmpty(pattern);
  return isPortable(pattern)
    ? { format, pattern: asked }
    : { format: 'pattern', 'x-pattern': asked, 'x-format': format };
}
