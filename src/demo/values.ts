/**
 * Makes one value of a field of a demo lead: the person's own value if the field's key names one, otherwise by the field's
 * type and limits. Null if the field stays empty.
 */
import type { Field, FieldType, FieldValue } from '../campaign/definition.ts';
import type { DemoCampaign } from './demo-campaign.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

export interface ValueContext {
  readonly person: Person;
  readonly definition: DemoCampaign;
  readonly createdAt: Date;
  readonly random: Random;
}

const hour = 60 * 60_000;
const day = 24 * hour;

/** The sentences of notes. They are Danish, as the leads' own words would be. */
const sentences = [
  'Ring helst efter kl. 16.',
  'Vil gerne have et tilbud inden sommerferien.',
  'Taget er skiftet for fem år siden.',
  'Har allerede et tilbud fra et andet firma.',
  'Spørger om batteri kan eftermonteres.',
  'Huset ligger i et område med lokalplan.',
  'Ønsker besøg i en weekend.',
  'Skal høre ægtefællen først.',
  'Naboen har fået installeret og er meget tilfreds.',
  'Elbil leveres til foråret.',
];

export function makeValue(field: Field, context: ValueContext): FieldValue | null {
  const { person, random } = context;
  if (!field.required && !random.chance(shareOf(field))) return field.default;
  const known = valuesOfPerson(person)[field.key];
  return known ?? valuesByType[field.type](field, context);
}

const valuesOfPerson = (person: Person): Readonly<Record<string, string | undefined>> => ({
  ...person,
  contact_name: person.name,
});

/** How often an optional field is filled in: values that everybody knows are filled in more often. */
function shareOf({ key, type }: Field): number {
  const share = shares[type];
  if (share !== undefined) return share;
  return key === 'phone' || key === 'address' || key === 'zip' || key === 'city' ? 0.95 : 0.8;
}

const shares: Readonly<Partial<Record<FieldType, number>>> = {
  url: 0.06,
  long_text: 0.25,
  datetime: 0.25,
  time: 0.3,
  date: 0.4,
};

type Make = (field: Field, context: ValueContext) => FieldValue | null;

/** A value for each field type. */
const valuesByType: Readonly<Record<FieldType, Make>> = {
  text: (_, { random }) => noteOf(random),
  long_text: (_, { random }) => noteOf(random),
  email: (_, { person }) => person.email,
  phone: (_, { person }) => person.phone,
  url: (_, { person }) => `https://www.example.org/${person.email.split('@')[0]}`,
  integer: (field, { random }) => Math.round(between(field, random)),
  number: (field, { random }) => Math.round(between(field, random) * 10) / 10,
  boolean: (_, { random }) => random.chance(0.75),
  date: (field, { createdAt, random }) => dateOf(field, createdAt, random),
  // Quarters of an hour, during the day.
  time: (_, { random }) => new Date(8 * hour + random.whole(0, 48) * (hour / 4)).toISOString().slice(11, 16),
  datetime: (_, { createdAt, random }) =>
    new Date(
      Math.floor(createdAt.getTime() / day) * day +
        random.whole(1, 6) * day +
        7 * hour +
        random.whole(0, 40) * (hour / 4),
    ).toISOString(),
  select: (field, { definition, random }) => random.pickUneven(choicesOf(field, definition)),
  multi_select: (field, { definition, random }) => {
    const chosen = choicesOf(field, definition).filter((_, index) => random.chance(1 / (index + 1.4)));
    return chosen.length > 0 ? chosen : null;
  },
};

const choicesOf = ({ select }: Field, { selects }: DemoCampaign): readonly string[] =>
  selects.find(({ key }) => key === select)?.options.map(({ value }) => value) ?? [];

function noteOf(random: Random): string {
  const first = random.pick(sentences);
  const second = random.pick(sentences);
  return second === first || random.chance(0.6) ? first : `${first} ${second}`;
}

/** Small values are far more common than those near the upper limit. */
function between({ min, max }: Field, random: Random): number {
  const [low, high] = [min ?? 0, max ?? 1_000];
  const usualHigh = low + (high - low) * (high - low < 20 ? 0.6 : 0.15);
  return low + (usualHigh - low) * ((random.next() + random.next()) / 2) ** 1.5;
}

/** An installation date is in the years before the lead. Any other date is in the weeks after it. */
function dateOf({ key }: Field, createdAt: Date, random: Random): string {
  const days = key.endsWith('_installed_on') ? -random.whole(400, 9_000) : random.whole(3, 45);
  return new Date(createdAt.getTime() + days * day).toISOString().slice(0, 10);
}
