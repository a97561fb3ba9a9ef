/**
 * The account level of the Lead API, at `/v1`. Refuses as the Lead API does, and sends a refusal only once the token is
 * confirmed.
 */
import express, { type Express, type Request, type Response } from 'express';
import { grantOfToken } from '../../access/grant.ts';
import type { PresentedToken } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaigns } from '../../campaign/load.ts';
import { listReachable, sumOfRevisions } from '../../campaign/reachable.ts';
import { baseDocument } from '../../document/base.ts';
import type { Listed } from '../../document/combined.ts';
import type { Interface } from '../../document/document-of.ts';
import type { OperationEntry } from '../../document/openapi.ts';
import { publishInterface } from '../../document/publish.ts';
import type { AccountContext } from '../../leads/account/context.ts';
import { accountHandlers } from '../../leads/account/handlers.ts';
import { confirmGrant, StaleGrant } from '../../leads/store/guard.ts';
import { type AnyAnswer, handlerOf } from '../../operation/handler.ts';
import { createBaseJudge } from '../../validation/base.ts';
import { createValidator } from '../../validation/validator.ts';
import { mediaTypeFor, sendFrom } from '../answer.ts';
import { bindOperations } from '../bind.ts';
import { docsAddress } from '../docs/docs-address.ts';
import type { Parts } from '../parts.ts';
import type { Runtime } from '../process/runtime.ts';
import { admit, admitAnyway } from './admission.ts';
import { withFreshGrant } from './fresh-grant.ts';
import { underConditions } from './preconditions.ts';

export function createAccountApi({ connection: { db }, config: { publicUrl } }: Runtime, parts: Parts): Express {
  const base = baseDocument('account');
  const validate = createValidator({
    base: createBaseJudge(base),
    compiled: parts.compiled,
    bodyCode: 'invalid_request',
  });

  /** `used`: collects the campaigns that the answer was made from. */
  const contextOf = (
    token: PresentedToken,
    used: Set<Campaign>,
    confirm: AccountContext['confirm'],
  ): AccountContext => ({
    token,
    campaigns: () => listReachable(db, token),
    async campaign(by) {
      const campaign = await ('slug' in by ? parts.campaigns.bySlug(by.slug) : parts.campaigns.byId(by.id));
      if (campaign) used.add(campaign);
      return campaign;
    },
    confirm,
    publisher: parts.publisher,
    combined: async (form) => {
      const { name } = await db
        .selectFrom('accounts')
        .select('name')
        .where('id', '=', token.accountId)
        .executeTakeFirstOrThrow();
      const campaigns = await listReachable(db, token);
      const revision = await sumOfRevisions(db, token);
      const combined = await parts.combiners[form]({
        name,
        revision,
        permission: token.permission,
        campaigns,
        interfaces: (wanted) => interfacesOf(token, wanted),
      });
      return { ...combined, revision };
    },
    docsUrl: (slug) => docsAddress(publicUrl, token, slug),
  });

  /**
   * The offers for the campaigns as they are now. Throws `StaleGrant` if one has just been deleted: then everything is read
   * again.
   */
  async function* interfacesOf(token: PresentedToken, wanted: readonly Listed[]): AsyncIterable<Interface> {
    const ids = wanted.map(({ id }) => id);
    for await (const campaign of loadCampaigns(db, ids)) {
      const grant = campaign && grantOfToken(token, campaign);
      if (!grant) throw new StaleGrant();
      yield publishInterface(grant, publicUrl);
    }
  }

  const begin = async (entry: OperationEntry, req: Request, res: Response) => {
    const { operationId } = entry.operation;
    const admitted = await admit(parts, req, res);
    const { token } = admitted;
    const used = new Set<Campaign>();
    let confirmed = false;
    const confirm = async () => {
      if (!confirmed) await parts.confirmToken(token);
    };
    const context = contextOf(token, used, async (grant) => {
      await confirmGrant(db, grant);
      confirmed = true;
    });
    return {
      async run(): Promise<AnyAnswer> {
        if (admitted.refusal) throw admitted.refusal;
        await admitted.seat.work();
        mediaTypeFor(entry, req);
        const { query } = await validate({ req, res, body: undefined }, { document: base, operationId });
        const handler = handlerOf<AccountContext>(accountHandlers, operationId);
        const answer = await handler({ path: req.params, query, headers: {}, body: undefined }, context);
        await confirm();
        return underConditions(req, answer);
      },
      confirm,
      forget() {
        parts.authenticator.forget(token);
        for (const campaign of used) parts.campaigns.forget(campaign);
      },
    };
  };

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  bindOperations({
    app,
    document: base,
    prefix: '/v1',
    serve: (entry, req, res) => sendFrom(res, () => withFreshGrant(() => begin(entry, req, res))),
    beforeRefusal: async (req, res) => {
      await admitAnyway(parts, req, res);
      return undefined;
    },
    neighbours: Object.keys(baseDocument('leads').paths).map((path) => `/campaigns/{slug}${path}`),
  });
  return app;
}
