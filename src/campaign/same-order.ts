/** Whether what is in both lists stands in the same order in both: what is added or removed is no other order. */
export function isSameOrder(before: readonly string[], after: readonly string[]): boolean {
  const [had, has] = [new Set(before), new Set(after)];
  const kept = before.filter((one) => has.has(one));
  return after.filter((one) => had.has(one)).every((one, i) => one === kept[i]);
}
