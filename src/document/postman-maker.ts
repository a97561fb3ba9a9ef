/** Postman collections by the document's tag: made when somebody asks, one at a time, and kept. */
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { PublicDocument } from './publish.ts';

export type PostmanMaker = (published: PublicDocument) => Promise<string>;

export function createPostmanMaker(max = 100): PostmanMaker {
  const made = new LRUCache<string, Promise<string>>({ max });
  let last: Promise<unknown> = Promise.resolve();
  return (published) => {
    const known = made.get(published.etag);
    if (known) return known;
    const making = last.then(() => convert(published));
    last = making.catch(() => undefined);
    made.set(published.etag, making);
    // What failed is tried again by whoever asks next.
    making.catch(() => made.delete(published.etag));
    return making;
  };
}

function convert({ document }: PublicDocument): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./postman-worker.ts', import.meta.url), { workerData: document });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => code !== 0 && reject(new Error(`the converter ended with ${code}`)));
  });
}
