/** The order of things that a client sends whole: every thing once. All that is wrong with it is told, by pointer. */
import { type InputError, refuseInput } from '../../problem/problem.ts';

/** `member`: of the body, the list that was given; `thing`: what it lists. Refuses with 422. */
export function refuseOtherOrder(
  { member, thing }: { readonly member: string; readonly thing: string },
  all: readonly string[],
  given: readonly string[],
): void {
  const errors = given.flatMap((key, i): InputError[] => {
    const pointer = `/${member}/${i}`;
    if (!all.includes(key))
      return [{ pointer, code: 'not_allowed', detail: `There is no ${thing} \`${key}\`.`, allowed: all }];
    return given.indexOf(key) === i ? [] : [{ pointer, code: 'repeated', detail: `\`${key}\` is named twice.` }];
  });
  const missing = all.filter((key) => !given.includes(key));
  if (missing.length > 0) {
    const detail = `Every ${thing} is named; missing: ${missing.join(', ')}.`;
    errors.push({ pointer: `/${member}`, code: 'required', detail });
  }
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
}
