/**
 * A test in a browser gets a second try, because a page on a busy machine may move under a press. The first failure is logged, so that it
 * is seen and looked into.
 */
import { expect, jest } from '@jest/globals';

if (expect.getState().testPath?.includes('/test/browser/')) jest.retryTimes(1, { logErrorsBeforeRetry: true });
