/** The operations of `openapi/account.yaml`, each in a file of its own. A missing or extra operation does not compile. */
import type { operations } from '../../generated/account.ts';
import type { Handlers } from '../../operation/handler.ts';
import type { AccountContext } from './context.ts';
import { getOpenApi } from './get-openapi.ts';
import { getOpenApi30 } from './get-openapi-30.ts';
import { listCampaigns } from './list-campaigns.ts';

export const accountHandlers = { listCampaigns, getOpenApi, getOpenApi30 } satisfies Handlers<
  operations,
  AccountContext
>;
