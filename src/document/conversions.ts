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

export type Convert = (kind: Conversion['kind'], reading: Reading) => Promise<string>;

/** Characters of all that is kept. */
const kept = 32_000_000;
/** Bytes of a document that becomes YAML in less time than a thread takes to start. */
const small = 250_000;

export function createConversions(maxSize = kept): Convert {
  const made = new LRUCache<string, string>({ maxSize, sizeCalculation: ({ length }) => length });
  const underWay = new Map<string, Promise<string>>();
  let last: Promise<unknown> = Promise.resolve();

  const inLine = (conversion: Conversion): Promise<string> => {
    const making = last.then(() => inThread(conversion));
    last = making.catch(() => undefined);
    return making;
  };

  return async (kind, { body, etag }) => {
    const key = `${kind} ${etag}`;
    const known = made.get(key) ?? underWay.get(key);
    if (known !== undefined) return known;
    const json = textOf(body);
    const making = (
      kind === 'yaml' && body.length < small ? Promise.resolve(yamlOf(JSON.parse(json))) : inLine({ kind, json })
    ).finally(() => underWay.delete(key));
    underWay.set(key, making);
    // What failed is not kept: whoever asks next tries again.
    const text = await making;
    made.set(key, text);
    return text;
  };
}

function inThread(conversion: Conversion): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./conversion-worker.ts', import.meta.url), { workerData: conversion });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => code !== 0 && reject(new Error(`the converter ended with ${code}`)));
  });
}
