/** The default limits in the form of a token are the server's default limits. */
import { expect, test } from '@jest/globals';
import { usualLimits } from '../../src/console/tokens/form/limits.ts';
import { limitOf, perMinute } from '../../src/limits/per-minute.ts';

test.each(['campaign', 'account'] as const)(
  'the default limits of a token of the %s are those of the server',
  (scope) => {
    const token = { scope, requestsPerMinute: null, writesPerMinute: null };
    expect(usualLimits[scope]).toEqual({
      requests_per_minute: limitOf(token, 'requests', perMinute),
      writes_per_minute: limitOf(token, 'writes', perMinute),
    });
  },
);
