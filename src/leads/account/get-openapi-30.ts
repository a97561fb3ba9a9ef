/** `GET /v1/openapi-3.0.json`: the same document as OpenAPI 3.0, for tools that cannot read 3.1. */
import type { operations } from '../../generated/account.ts';
import type { Handler } from '../../operation/handler.ts';
import { answerDocument } from './answer-document.ts';
import type { AccountContext } from './context.ts';

export const getOpenApi30: Handler<operations['getOpenApi30'], AccountContext> = ({ query }, context) =>
  answerDocument('3.0', query?.campaign, context);
