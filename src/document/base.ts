/** The base documents as `npm run generate` bundled them. */
import { readFileSync } from 'node:fs';
import type { OpenApiDocument } from './openapi.ts';

const baseDocuments = new Map<string, OpenApiDocument>();

export function baseDocument(name: 'leads' | 'account' | 'manage'): OpenApiDocument {
  const known = baseDocuments.get(name);
  if (known) return known;
  const document = JSON.parse(
    readFileSync(new URL(`../generated/${name}.json`, import.meta.url), 'utf8'),
  ) as OpenApiDocument;
  baseDocuments.set(name, document);
  return document;
}
