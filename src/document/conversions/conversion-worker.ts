/**
 * Converts a document in a thread of its own, because a conversion takes between a tenth of a second and a whole second of
 * processor time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Conversion } from './conversions.ts';
import { postmanCollection } from './postman.ts';
import { yamlOf } from './yaml.ts';

const { kind, json } = workerData as Conversion;
const document = JSON.parse(json);
parentPort?.postMessage(kind === 'yaml' ? yamlOf(document) : await postmanCollection(document));
