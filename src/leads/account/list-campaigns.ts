/** `GET /v1/campaigns`: the campaigns that the token reaches, with the addresses of their documents. */
import type { operations } from '../../generated/account.ts';
import type { Handler } from '../../operation/handler.ts';
import type { AccountContext } from './context.ts';

export const listCampaigns: Handler<operations['listCampaigns'], AccountContext> = async (
  _request,
  { token, campaigns, docsUrl },
) => {
  const data = (await campaigns()).map(({ slug, name }) => ({
    slug,
    name,
    permission: token.permission,
    docs_url: docsUrl(slug),
    openapi_url: `${docsUrl(slug)}/openapi.json`,
  }));
  return { status: 200, body: { data } };
};
