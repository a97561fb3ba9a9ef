/** `GET /v1/openapi.json`: the document of one campaign, or of all campaigns that the token reaches. */
import type { operations } from '../../generated/account.ts';
import type { Handler } from '../../operation/handler.ts';
import { answerDocument } from './answer-document.ts';
import type { AccountContext } from './context.ts';

export const getOpenApi: Handler<operations['getOpenApi'], AccountContext> = ({ query }, context) =>
  answerDocument('plain', query?.campaign, context);
