/** Makes a Postman collection beside the thread that answers requests: the converter keeps a processor for a tenth of a second. */
import { parentPort, workerData } from 'node:worker_threads';
import type { OpenApiDocument } from './openapi.ts';
import { postmanCollection } from './postman.ts';

parentPort?.postMessage(await postmanCollection(workerData as OpenApiDocument));
