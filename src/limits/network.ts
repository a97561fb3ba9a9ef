/**
 * Whom an address is counted for: an IPv4 address itself, of an IPv6 address its /64, for a client commonly has a whole one
 * to choose from. Written in one form only, so that no way to abbreviate an address makes another of it.
 */
import { isIPv6 } from 'node:net';

/** `networkOf('2001:db8::1')` is `2001:db8:0:0::/64`; an address that is unknown is counted as one. */
export function networkOf(address: string | null | undefined): string {
  if (!address) return 'unknown';
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [start = '', end] = plain.split('::');
  const first = groupsOf(start);
  const last = end === undefined ? [] : groupsOf(end);
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => 0);
  const groups = [...first, ...zeros, ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** An IPv4 address at the end stands for two groups. */
function groupsOf(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => (group.includes('.') ? [0, 0] : [Number.parseInt(group, 16)]));
}
