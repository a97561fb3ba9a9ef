/**
 * The options of a run: `--quick` takes under a minute and is for the bench's own health, `--only core,feed` runs some parts,
 * `--rounds 1` takes each measurement once, `--leads 20000` makes the campaign smaller that most is measured on.
 * `--layers` tells only where the time of a request goes.
 * `--attacks lists,polls` are the attacks of `neighbours` whose names hold one of those words.
 * `BENCH_LEADS` is the number of leads of the largest campaign (1,000,000), for machines with little time or space.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    leads: { type: 'string' },
    attacks: { type: 'string' },
    layers: { type: 'boolean', default: false },
  },
});
const { quick } = values;

export interface Options {
  readonly quick: boolean;
  /** Whether only the time by layer is measured. */
  readonly layers: boolean;
  /** Names of parts; `undefined` for all. */
  readonly only: readonly string[] | undefined;
  /** Words of which one is in the name of each attack that is made; `undefined` for all attacks. */
  readonly attacks: readonly string[] | undefined;
  /** Seconds of one measurement, and how often each is taken, in turns with the others. */
  readonly seconds: number;
  readonly rounds: number;
  /** Leads of the campaign that most is measured on, and of the small and the large one. */
  readonly leads: number;
  readonly small: number;
  readonly large: number;
  /** How many campaigns, and tokens, "many" are. */
  readonly many: number;
}

export const options: Options = {
  quick,
  layers: values.layers,
  only: values.only?.split(','),
  attacks: values.attacks?.split(','),
  seconds: quick ? 0.2 : 4,
  rounds: Number(values.rounds ?? (quick ? 1 : 3)),
  leads: Number(values.leads ?? (quick ? 2_000 : 100_000)),
  small: quick ? 1_000 : 10_000,
  large: quick ? 4_000 : Number(process.env.BENCH_LEADS ?? 1_000_000),
  many: quick ? 10 : 1_000,
};
