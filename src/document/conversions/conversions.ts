/** Documents as YAML and as Postman collections: made when somebody asks, one at a time, and kept by the document's tag. */
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { textOf } from './pieces.ts';
import type { Reading } from './reading.ts';
import { yamlOf } from './yaml.ts';

export interface Conversion {
  readonly kind: 'yaml' | 'postman';
  /** The document. */
  readonly json: string;
}

type Asked = Pick<Conversion, 'kind'> & Pick<Reading, 'body'>;

export type Convert = (kind: Conversion['kind'], reading: Reading) => Promise<string>;

/** Characters of all that is kept. */
const kept = 32_000_000;
/** Bytes of a document that becomes YAML in less time than a thread takes to start. */
const small = 250_000;

export function createConversions(maxSize = kept): Convert {
  let last: Promise<unknown> = Promise.resolve();
  const inLine = (conversion: Conversion): Promise<string> => {
    const making = last.then(() => inThread(conversion));
    last = making.catch(() => undefined);
    return making;
  };

  // What failed is not kept: whoever asks next tries again.
  const made = new LRUCache<string, string, Asked>({
    maxSize,
    sizeCalculation: ({ length }) => length,
    // Whoever waits for it gets it, although it was evicted meanwhile.
    ignoreFetchAbort: true,
    async fetchMethod(_key, _before, { context: { kind, body } }) {
      const json = textOf(body);
      return kind === 'yaml' && body.length < small ? yamlOf(JSON.parse(json)) : inLine({ kind, json });
    },
  });
  return (kind, { body, etag }) => made.forceFetch(`${kind} ${etag}`, { context: { kind, body } });
}

function inThread(conversion: Conversion): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./conversion-worker.ts', import.meta.url), { workerData: conversion });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => code !== 0 && reject(new Error(`the converter ended with ${code}`)));
  });
}
