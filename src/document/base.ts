/** The bundled base documents, as `npm run generate` made them. */
import { readFileSync } from 'node:fs';
import type { OpenApiDocument } from './openapi.ts';

const read = new Map<string, OpenApiDocument>();

export function baseDocument(name: 'leads' | 'account' | 'manage'): OpenApiDocument {
  const known = read.get(name);
  if (known) return known;
  const document = JSON.parse(
    readFileSync(new URL(`../generated/${name}.json`, import.meta.url), 'utf8'),
  ) as OpenApiDocument;
  read.set(name, document);
  return document;
}
