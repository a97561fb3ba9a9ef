/**
 * `GET /openapi.json` and `/openapi-3.0.json`: the document of the Management API that judges its requests, with the
 * installation's address.
 */

import { baseDocument } from '../document/base.ts';
import { asOpenApi30 } from '../document/conversions/openapi-30.ts';
import { sharedBase } from '../document/overlay/apply.ts';
import { weakTag } from '../operation/entity-tags.ts';
import type { JsonText } from '../operation/handler.ts';
import type { ManageHandler } from './context.ts';

export const getManagementOpenApi: ManageHandler<'getManagementOpenApi'> = async (_, { publicUrl }) =>
  answerOf(documentAt(publicUrl, 'plain'));

export const getManagementOpenApi30: ManageHandler<'getManagementOpenApi30'> = async (_, { publicUrl }) =>
  answerOf(documentAt(publicUrl, '3.0'));

const answerOf = ({ text, etag }: Served) =>
  ({ status: 200, headers: { ETag: etag, 'Cache-Control': 'private, no-cache' }, body: text }) as const;

type Text = JsonText<Record<string, unknown>>;
interface Served {
  readonly text: Text;
  readonly etag: string;
}

const documents = new Map<string, Served>();

function documentAt(publicUrl: string, form: 'plain' | '3.0'): Served {
  const key = `${form} ${publicUrl}`;
  const known = documents.get(key);
  if (known) return known;
  const base = sharedBase(baseDocument('manage'));
  const document = form === '3.0' ? asOpenApi30({ ...base }) : base;
  const servers = [{ url: `${publicUrl}/manage/v1`, description: 'This installation.' }];
  // The document also contains the addresses of problems.
  const text = JSON.stringify({ ...document, servers }).replaceAll('https://leadspec.invalid', publicUrl) as Text;
  const served = { text, etag: weakTag(text) };
  documents.set(key, served);
  return served;
}
