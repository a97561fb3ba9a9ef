/** Whether the entries that are in both lists have the same order in both. Added and removed entries do not matter. */
export function isSameOrder(before: readonly string[], after: readonly string[]): boolean {
  const [had, has] = [new Set(before), new Set(after)];
  const kept = before.filter((one) => has.has(one));
  return after.filter((one) => had.has(one)).every((one, i) => one === kept[i]);
}
