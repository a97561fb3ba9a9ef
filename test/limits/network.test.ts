/** The network for which an address is counted. */
import { expect, test } from '@jest/globals';
import { networkOf } from '../../src/limits/network.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:aaaa:bbbb:cccc:dddd', '2001:db8:0:0::/64'],
  ['2001:0DB8:0000::1:2:3:4', '2001:db8:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:3:4:192.0.2.1', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['x'.repeat(1_000), 'x'.repeat(64)],
  [undefined, 'unknown'],
  ['', 'unknown'],
])('%s is counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
