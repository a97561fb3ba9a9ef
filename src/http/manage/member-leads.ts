/**
 * The leads of a campaign for its members: operations of the Lead API, answered as the Lead API does, under a grant for the
 * whole campaign. The Management API lists which of them it has; their parameters and bodies are defined once.
 */
import type { Request, Response } from 'express';
import { spreadsheetOf } from '../../access/csv-form.ts';
import { grantOfMember } from '../../access/grant.ts';
import type { Member } from '../../access/members.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { baseDocument } from '../../document/base.ts';
import { type OperationEntry, operationsOf, type Parameter } from '../../document/openapi.ts';
import type { operations as LeadApi } from '../../generated/leads.ts';
import type { operations as ManageApi } from '../../generated/manage.ts';
import { countLimit, countWithin } from '../../leads/store/counts.ts';
import { bindLeadStore, type LeadStore } from '../../leads/store/store.ts';
import type { Seat } from '../../limits/in-flight.ts';
import type { manageHandlers } from '../../manage/handlers.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { notFound, refuseInput } from '../../problem/problem.ts';
import { readQuery } from '../../validation/query.ts';
import { sentQuery } from '../../validation/sent-query.ts';
import { withFreshGrant } from '../lead-api/fresh-grant.ts';
import { noteExport, witnessOf } from '../lead-api/lead-audit.ts';
import { feedFor, isWrite, type LeadOperations } from '../lead-api/lead-operation.ts';
import type { Parts } from '../parts.ts';
import type { Runtime } from '../process/runtime.ts';

/**
 * The operations that both APIs have. An operation of the Management API without its own handler must stand here, or this
 * does not compile.
 */
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
  /** Whether members have this operation of the Lead API. */
  has(operationId: string): boolean;
  answer(operationId: string, req: Request, res: Response, member: Member, seat: Seat): Promise<AnyAnswer>;
}

/** Members' requests are not limited: members sign in, which has its own limits. */
const unlimited = { spend: () => Promise.resolve(), giveBack: () => undefined };

export function createMemberLeads(runtime: Runtime, parts: Parts, { answer }: LeadOperations): MemberLeads {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const entries = new Map(operationsOf(baseDocument('leads')).map((entry) => [entry.operation.operationId, entry]));

  const grantOf = (member: Member, campaign: Campaign | undefined, address: string | null) => {
    if (campaign?.accountId !== member.accountId) throw notFound('campaign');
    const permission = member.role === 'viewer' ? 'read' : 'read_write';
    const grant = grantOfMember({ kind: 'member', id: member.id }, campaign, permission);
    return { grant, store: bindLeadStore(db, grant, witnessOf(member, campaign, address)) };
  };
  /** Counts only for as long as a member is willing to wait. */
  const counting = ({ grant, store }: ReturnType<typeof grantOf>, exactly: boolean): LeadStore => ({
    ...store,
    count: (narrowing) => countWithin(db, grant, narrowing, exactly ? patient : brief),
  });

  return {
    has: (operationId) => Object.hasOwn(shared, operationId),
    async answer(operationId, req, res, member, seat) {
      const entry = entries.get(operationId) as OperationEntry;
      const startedAt = performance.now();
      const slug = String(req.params.slug);
      const exactly = operationId === 'countLeads' && takeOwn(req, 'exactly');
      const csv = operationId === 'exportLeads' && takeOwn(req, 'spreadsheet') ? spreadsheetOf(member) : undefined;
      const address = req.ip ?? null;
      return withFreshGrant(async () => {
        const campaign = await parts.campaigns.bySlug(slug);
        const bound = grantOf(member, campaign, address);
        const { grant } = bound;
        const store = operationId === 'countLeads' ? counting(bound, exactly) : bound.store;
        const renew = async () => {
          parts.campaigns.forget(grant.campaign);
          return grantOf(member, await parts.campaigns.byId(grant.campaign.id), address);
        };
        const addresses = { baseUrl: `${publicUrl}/manage/v1/campaigns/${slug}`, docsUrl: `${publicUrl}/console` };
        return {
          async run() {
            const feed = feedFor(parts, res);
            const request = { entry, req, res, grant, store, seat, startedAt };
            const turn = { ...request, writes: unlimited, tellsRevision: false, feed, renew, csv, ...addresses };
            const result = await answer(turn);
            await store.confirm();
            if (operationId === 'exportLeads') await noteExport(db, member, { grant, req, address, csv });
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
 * The console asks for the count whenever it opens a list, so that count must be cheap. A person who asks for the exact count
 * waits.
 */
const brief = { most: countLimit, milliseconds: 500 };
const patient = { milliseconds: 10_000 };

/** Parameters that only the Management API has. */
const ownParameters = {
  exactly: { name: 'exactly', in: 'query', schema: { type: 'boolean' } },
  spreadsheet: { name: 'spreadsheet', in: 'query', schema: { type: 'boolean' } },
} satisfies Record<string, Parameter>;

/**
 * Takes one of these parameters out of the request, before the Lead API judges it. Refuses a value that is no boolean with
 * 400.
 */
function takeOwn(req: Request, name: keyof typeof ownParameters): boolean {
  const sent = sentQuery(req).values;
  if (sent[name] === undefined) return false;
  const value = readQuery(sent, [ownParameters[name]]).values[name];
  if (typeof value !== 'boolean') {
    const detail = `\`${name}\` must be \`true\` or \`false\`, once.`;
    throw refuseInput('invalid_parameter', [{ parameter: name, code: 'type', detail }]);
  }
  const [path = '', search = ''] = req.url.split('?');
  const rest = search.split('&').filter((pair) => sentQuery({ url: `?${pair}` }).values[name] === undefined);
  req.url = rest.length > 0 ? `${path}?${rest.join('&')}` : path;
  return value;
}
