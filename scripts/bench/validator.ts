/**
 * The cost of one vendor's document for a process: `node --expose-gc scripts/bench/validator.ts [fields]` makes the documents of
 * a hundred campaigns that differ and compiles their writing operations, and tells milliseconds and memory for each.
 */

import { pinsOf } from '../../src/campaign/condition/pins.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import { solarDk } from '../../src/demo/solar-dk.ts';
import { publish } from '../../src/document/publish.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';

const fields = Number(process.argv[2] ?? 40);
const campaigns = 100;

function campaignWith(number: number): Campaign {
  const filled = Array.from({ length: fields }, (_, i) => {
    const field = solarDk.fields[i % solarDk.fields.length];
    if (!field) throw new Error('the demo has no fields');
    return { ...field, key: `${field.key}_${number}_${i}`.slice(0, 63) };
  });
  const { name, selects, statuses } = solarDk;
  const rest = {
    removedFields: [],
    archived: false,
    filters: [],
    keyColumns: [],
    duplicateRule: null,
    announced: [],
    documentChanges: {},
    supportContact: null,
    vendorNotes: null,
    revision: 1,
    epoch: '1',
  };
  return {
    id: String(number),
    accountId: 'a',
    accountName: 'Bench',
    slug: `bench-${number}`,
    name,
    defaultCountry: 'DK',
    fields: filled,
    selects,
    statuses,
    ...rest,
  };
}

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const compiled = createCompiledOperations();
const measure = (number: number) => {
  const campaign = campaignWith(number);
  const started = performance.now();
  const made = publish(
    { campaign, permission: 'read_write', scope: { kind: 'everything' }, pins: pinsOf(campaign, undefined) },
    'http://127.0.0.1:3000',
  );
  const published = performance.now();
  for (const operation of ['createLead', 'updateLead']) compiled.of(made.document, operation);
  return { made, publishing: published - started, compiling: performance.now() - published };
};
measure(-1);
const before = memory();
const all = Array.from({ length: campaigns }, (_, i) => measure(i));
const grown = (memory() - before) / campaigns / 1024 / 1024;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
console.log(
  `${fields} fields, median of ${campaigns} campaigns: document made in ${median(all.map((m) => m.publishing)).toFixed(1)} ms (${Math.round(JSON.stringify(all[0]?.made.document).length / 1024)} KB), ` +
    `create and update compiled in ${median(all.map((m) => m.compiling)).toFixed(1)} ms; ${grown.toFixed(2)} MB kept for each`,
);
