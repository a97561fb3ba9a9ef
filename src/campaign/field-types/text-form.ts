/** The format of a text in a schema. A required text must contain at least one visible character. */
import type { OwnFormat } from '../values/formats.ts';
import { isPortable } from '../values/pattern.ts';
import { orEmpty } from '../values/patterns.ts';
import type { FieldLimits } from './entry.ts';

/** A pattern that some clients cannot run is published as `x-pattern`, with our format `pattern`. */
export function textForm(form: 'line' | 'text', { pattern }: FieldLimits, filled: boolean) {
  const format: OwnFormat = filled ? `filled-${form}` : form;
  if (pattern === null) return { format };
  const published = filled ? pattern : orEmpty(pattern);
  return isPortable(pattern)
    ? { format, pattern: published }
    : { format: 'pattern', 'x-pattern': published, 'x-format': format };
}
