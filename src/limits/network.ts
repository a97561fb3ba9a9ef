/**
 * The network for which an address is counted: an IPv4 address itself, and the /64 of an IPv6 address, because a client often
 * has a whole /64 to choose from. There is one form only, so that abbreviating an address does not make another network of
 * it.
 */
import { isIPv6 } from 'node:net';

/** `networkOf('2001:db8::1')` is `2001:db8:0:0::/64`. All unknown addresses count as one network. */
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
