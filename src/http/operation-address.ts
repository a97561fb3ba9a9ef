/**
 * The address of an operation, with its parameters percent-encoded so that they match no literal path. The router has chosen
 * the operation already, but the validator would take `/fields/order` for the literal path, even for `/fields/{key}` with the
 * key `order`.
 */
import type { Request } from 'express';
import type { OperationEntry } from '../document/openapi.ts';

export function operationAddress({ path }: OperationEntry, req: Request): string {
  const written = (value: string) => Buffer.from(value).toString('hex').replace(/../g, '%$&');
  const search = req.url.includes('?') ? req.url.slice(req.url.indexOf('?')) : '';
  return path.replace(/\{([a-z_]+)\}/g, (_, name: string) => written(String(req.params[name]))) + search;
}
