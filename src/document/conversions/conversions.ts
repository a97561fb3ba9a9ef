/**
 * Converts documents to YAML and Postman collections on demand, one at a time. Results are cached by the document's ETag.
 */
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { textOf } from './pieces.ts';
import type { Reading } from './reading.ts';
import { yamlOf } from './yaml.ts';

export interface Conversion {
  readonly kind: 'yaml' | 'postman';
  /** The document as JSON. */
  readonly json: string;
}

type ConversionContext = Pick<Conversion, 'kind'> & Pick<Reading, 'body'>;

export type Convert = (kind: Conversion['kind'], reading: Reading) => Promise<string>;

/** The largest number of cached characters. */
const defaultMaxSize = 32_000_000;
/** Documents smaller than this many bytes become YAML faster than a thread starts. */
const maxBytesWithoutThread = 250_000;

export function createConversions(maxSize = defaultMaxSize): Convert {
  let last: Promise<unknown> = Promise.resolve();
  const inLine = (conversion: Conversion): Promise<string> => {
    const making = last.then(() => inThread(conversion));
    last = making.catch(() => undefined);
    return making;
  };

  // Failures are not cached: the next request tries again.
  const results = new LRUCache<string, string, ConversionContext>({
    maxSize,
    sizeCalculation: ({ length }) => length,
    // Waiting requests get the result even if it was evicted meanwhile.
    ignoreFetchAbort: true,
    async fetchMethod(_key, _before, { context: { kind, body } }) {
      const json = textOf(body);
      return kind === 'yaml' && body.length < maxBytesWithoutThread ? yamlOf(JSON.parse(json)) : inLine({ kind, json });
    },
  });
  return (kind, { body, etag }) => results.forceFetch(`${kind} ${etag}`, { context: { kind, body } });
}

function inThread(conversion: Conversion): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./conversion-worker.ts', import.meta.url), { workerData: conversion });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => code !== 0 && reject(new Error(`the converter ended with ${code}`)));
  });
}
