/**
 * The seed of everything that tests draw at random: always the same, so that a run says something of the change that it tests.
 * `TEST_SEED=random` draws another each time, and `TEST_SEED=<seed>` runs one again.
 */
const asked = process.env.TEST_SEED;

export const seed: number = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked ?? 20_261_130);
