/**
 * The leads of a campaign for its members: operations of the Lead API, answered as it answers them, under a grant for the
 * whole campaign. The Management API says which of them it has; what they take and give is said once.
 */
import type { Request, Response } from 'express';
import { grantOfMember } from '../access/grant.ts';
import type { Member } from '../access/members.ts';
import type { Campaign } from '../campaign/definition.ts';
import { baseDocument } from '../document/base.ts';
import { type OperationEntry, operationsOf, type Parameter } from '../document/openapi.ts';
import type { operations as LeadApi } from '../generated/leads.ts';
import type { operations as ManageApi } from '../generated/manage.ts';
import { estimateLeads } from '../leads/store/estimate-leads.ts';
import { bindLeadStore, type LeadStore } from '../leads/store/store.ts';
import type { Seat } from '../limits/in-flight.ts';
import type { manageHandlers } from '../manage/handlers.ts';
import type { AnyAnswer } from '../operation/handler.ts';
import { notFound, refuseInput } from '../problem/problem.ts';
import { readQuery } from '../validation/query.ts';
import { sentQuery } from '../validation/sent-query.ts';
import { withFreshGrant } from './fresh-grant.ts';
import { feedFor, isWrite, type LeadOperations } from './lead-operation.ts';
import type { Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';

/** Those that both APIs have: what has no handler of its own in the Management API stands here, or it does not compile. */
const shared = {
  listLeads: true,
  countLeads: true,
  createLead: true,
  getLead: true,
  updateLead: true,
  deleteLead: true,
  getLeadHistory: true,
  exportLeads: true,
} satisfies { [Id in Exclude<keyof ManageApi, keyof typeof manageHandlers>]: Id extends keyof LeadApi ? true : never };

export interface MemberLeads {
  /** Whether the operation of the Management API is one of these. */
  has(operationId: string): boolean;
  answer(operationId: string, req: Request, res: Response, member: Member, seat: Seat): Promise<AnyAnswer>;
}

/** Members are not counted: they have limits of signing in, and no script. */
const unlimited = { spend: () => Promise.resolve(), giveBack: () => undefined };

export function createMemberLeads(runtime: Runtime, parts: Parts, { answer }: LeadOperations): MemberLeads {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const entries = new Map(operationsOf(baseDocument('leads')).map((entry) => [entry.operation.operationId, entry]));

  const grantOf = (member: Member, campaign: Campaign | undefined) => {
    if (campaign?.accountId !== member.accountId) throw notFound('campaign');
    const permission = member.role === 'viewer' ? 'read' : 'read_write';
    const grant = grantOfMember({ kind: 'member', id: member.id }, campaign, permission);
    return { grant, store: bindLeadStore(db, grant) };
  };
  /** Counts nothing, and asks the planner. */
  const estimating = ({ grant, store }: ReturnType<typeof grantOf>): LeadStore => ({
    ...store,
    count: (narrowing) => estimateLeads(db, grant, narrowing),
  });

  return {
    has: (operationId) => Object.hasOwn(shared, operationId),
    async answer(operationId, req, res, member, seat) {
      const entry = entries.get(operationId) as OperationEntry;
      const startedAt = performance.now();
      const slug = String(req.params.slug);
      const estimates = operationId === 'countLeads' && takeEstimate(req);
      return withFreshGrant(async () => {
        const campaign = await parts.campaigns.bySlug(slug);
        const bound = grantOf(member, campaign);
        const { grant } = bound;
        const store = estimates ? estimating(bound) : bound.store;
        const renew = async () => {
          parts.campaigns.forget(grant.campaign);
          return grantOf(member, await parts.campaigns.byId(grant.campaign.id));
        };
        const address = { baseUrl: `${publicUrl}/manage/v1/campaigns/${slug}`, docsUrl: `${publicUrl}/console` };
        return {
          async run() {
            const feed = feedFor(parts, res);
            const asked = { entry, req, res, grant, store, seat, startedAt };
            const turn = { ...asked, writes: unlimited, tellsRevision: false, feed, renew, ...address };
            const result = await answer(turn);
            await store.confirm();
            if (isWrite(entry)) parts.notifications.tell(grant.campaign.id);
            return result;
          },
          confirm: () => store.confirm(),
          forget: () => parts.campaigns.forget(grant.campaign),
        };
      });
    },
  };
}

/**
 * Takes `estimate` out of the request, for it is the one parameter that the Lead API does not have: tokens would learn of
 * leads that they do not see. Refuses with 400 what is no boolean.
 */
function takeEstimate(req: Request): boolean {
  const sent = sentQuery(req).values;
  if (sent.estimate === undefined) return false;
  const { estimate } = readQuery(sent, [estimateParameter]).values;
  if (typeof estimate !== 'boolean') {
    const detail = '`estimate` must be `true` or `false`, once.';
    throw refuseInput('invalid_parameter', [{ parameter: 'estimate', code: 'type', detail }]);
  }
  const [path = '', search = ''] = req.url.split('?');
  const rest = search.split('&').filter((pair) => sentQuery({ url: `?${pair}` }).values.estimate === undefined);
  req.url = rest.length > 0 ? `${path}?${rest.join('&')}` : path;
  return estimate;
}

const estimateParameter: Parameter = { name: 'estimate', in: 'query', schema: { type: 'boolean' } };
