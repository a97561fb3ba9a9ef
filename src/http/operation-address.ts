/**
 * The address of an operation with its parameters written so that no literal path is taken for them: the router has decided
 * already, but the validator would find `/fields/order` in `/fields/{key}` for the field `order`.
 */
import type { Request } from 'express';
import type { OperationEntry } from '../document/openapi.ts';

export function operationAddress({ path }: OperationEntry, req: Request): string {
  const written = (value: string) => Buffer.from(value).toString('hex').replace(/../g, '%$&');
  const search = req.url.includes('?') ? req.url.slice(req.url.indexOf('?')) : '';
  return path.replace(/\{([a-z_]+)\}/g, (_, name: string) => written(String(req.params[name]))) + search;
}
