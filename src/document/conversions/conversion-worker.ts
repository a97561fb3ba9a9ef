/** Converts a document beside the thread that answers requests: a conversion keeps a processor for a tenth of a second, or for a whole one. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Conversion } from './conversions.ts';
import { postmanCollection } from './postman.ts';
import { yamlOf } from './yaml.ts';

const { kind, json } = workerData as Conversion;
const document = JSON.parse(json);
parentPort?.postMessage(kind === 'yaml' ? yamlOf(document) : await postmanCollection(document));
