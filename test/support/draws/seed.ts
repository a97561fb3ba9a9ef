/**
 * The seed of everything that tests draw at random. It is always the same, so that a failure comes from the change under
 * test. `TEST_SEED=random` draws another seed each time, and `TEST_SEED=<seed>` runs one again.
 */
const asked = process.env.TEST_SEED;

export const seed: number = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked ?? 20_261_130);
