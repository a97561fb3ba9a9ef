/**
 * Makes realistic leads for a demo campaign: the same seed and time give the same leads. Each value is in stored form and
 * within the limits of its field; empty values are absent. The newest lead is minutes old, and older leads have progressed
 * further.
 */
import type { FieldValue } from '../campaign/definition.ts';
import type { DemoCampaign } from './demo-campaign.ts';
import { makePerson } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { makeValue } from './values.ts';

export interface DemoLead {
  readonly createdAt: Date;
  /** The key of a status. */
  readonly status: string;
  /** Unique among the leads of one call; null if it was not sent. */
  readonly external_id: string | null;
  readonly values: Readonly<Record<string, FieldValue>>;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** The age of the oldest leads. */
const span = 120 * day;

/** Makes `count` leads, oldest first, all before `now`. */
export function demoLeads(
  definition: DemoCampaign,
  { count, now, seed }: { count: number; now: Date; seed: number },
): readonly DemoLead[] {
  const random = createRandom(seed);
  const ages = Array.from({ length: count }, () => ageOf(random, now)).sort((a, b) => b - a);
  if (count > 0) ages[count - 1] = 4 * minute;
  return ages.map((age, index) => {
    const createdAt = new Date(now.getTime() - age);
    const values: Record<string, FieldValue> = {};
    const context = { person: makePerson(random), definition, createdAt, random };
    for (const field of definition.fields) {
      const value = makeValue(field, context);
      if (value !== null) values[field.key] = value;
    }
    return { createdAt, status: statusOf(definition, age, random), external_id: externalId(index, random), values };
  });
}

/** There are more recent leads than old ones, and few at night. */
function ageOf(random: Random, now: Date): number {
  const age = 5 * minute + Math.floor(span * random.next() ** 1.6);
  const hour = new Date(now.getTime() - age).getUTCHours();
  return hour < 5 && random.chance(0.9) ? age + 6 * 60 * minute : age;
}

/** A lead moves through the open statuses within some weeks, and is then won or lost. */
function statusOf({ statuses }: DemoCampaign, age: number, random: Random): string {
  const keys = (category: string) => statuses.filter((s) => s.category === category).map((s) => s.key);
  const open = keys('open');
  const weeks = age / (7 * day);
  const progress = Math.min(1, (weeks * (0.4 + random.next() * 1.2)) / 6);
  if (progress < 1) return open[Math.floor(progress * open.length)] ?? random.pick(open);
  return random.pick(keys(random.chance(0.35) ? 'won' : 'lost'));
}

function externalId(index: number, random: Random): string | null {
  return random.chance(0.6) ? `A-${100_000 + index * 3 + random.whole(0, 2)}` : null;
}
