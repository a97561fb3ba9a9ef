/** `GET /openapi.json`: the document of the Management API itself, as it judges the requests, with the installation's address. */
import { sharedBase } from '../document/apply.ts';
import { baseDocument } from '../document/base.ts';
import { weakTag } from '../operation/entity-tags.ts';
import type { JsonText } from '../operation/handler.ts';
import type { ManageHandler } from './context.ts';

export const getManagementOpenApi: ManageHandler<'getManagementOpenApi'> = async (_, { publicUrl }) => {
  const { text, etag } = documentAt(publicUrl);
  return { status: 200, headers: { ETag: etag, 'Cache-Control': 'private, no-cache' }, body: text };
};

type Text = JsonText<Record<string, unknown>>;
const made = new Map<string, { readonly text: Text; readonly etag: string }>();

function documentAt(publicUrl: string) {
  const known = made.get(publicUrl);
  if (known) return known;
  const document = sharedBase(baseDocument('manage'));
  const servers = [{ url: `${publicUrl}/manage/v1`, description: 'This installation.' }];
  // Addresses of problems stand in it as well.
  const text = JSON.stringify({ ...document, servers }).replaceAll('https://leadspec.invalid', publicUrl) as Text;
  const one = { text, etag: weakTag(text) };
  made.set(publicUrl, one);
  return one;
}
