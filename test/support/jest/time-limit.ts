/** A test or hook that has not ended after this time hangs: two minutes on a quiet machine. */
import { jest } from '@jest/globals';
import { patience } from '../patience.ts';

jest.setTimeout(patience(120_000));
