/**
 * Finds out whether a request is affected by an announced change: whether a coming document would refuse it, or remove
 * something from its response. The coming documents themselves validate it, with the schemas that will be in effect, and so
 * do rules that no schema expresses: reading phone numbers, and finding duplicates.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Campaign, DuplicateRule } from '../campaign/definition.ts';
import { traits } from '../campaign/field-types.ts';
import { normaliseValue } from '../campaign/values/normalise.ts';
import { type DocumentToCome, hasField } from '../document/changes/announced.ts';
import type { OpenApiDocument } from '../document/openapi.ts';
import type { NewLead } from '../leads/store/insert-leads.ts';
import type { CompiledOperations } from './compiled.ts';
import { judgeBodyOf } from './validator.ts';

export interface Watch {
  /** Checks a request of an operation. `body`: with its values as sent. */
  request(operationId: string, query: Readonly<Record<string, unknown>>, body: unknown): void;
  /** Checks a write that was made or tried, as a request of its operation. `made`: the lead that it created. */
  write(operationId: string, body: unknown, made?: NewLead): void;
  /**
   * The first change that affects the request. `wouldRefuse`: whether a duplicate check would refuse one of the leads.
   */
  touched(wouldRefuse: WouldRefuse): Promise<DocumentToCome | undefined>;
}

type WouldRefuse = (rule: DuplicateRule, leads: readonly NewLead[]) => Promise<boolean>;

/** Operations whose responses contain no lead. */
const withoutLeads: ReadonlySet<string> = new Set(['getCampaign', 'countLeads', 'deleteLead', 'listRequests']);

/** `holds`: the document that is in effect until then. */
export function watchToCome(
  compiled: CompiledOperations,
  { document: holds, campaign: now }: { readonly document: OpenApiDocument; readonly campaign: Campaign },
  toCome: readonly DocumentToCome[],
): Watch {
  // Only the first change counts, so later ones need no check any more.
  let first = toCome.length;
  const created: NewLead[] = [];
  const refusesBody = ({ document, campaign }: DocumentToCome, operationId: string, body: unknown) => {
    const operation = compiled.of(document, operationId);
    if (!operation) return true;
    return (
      operation.body !== undefined && judgeBodyOf(compiled, document, campaign, operationId, body).errors.length > 0
    );
  };
  const look = (touches: (one: DocumentToCome) => boolean) => {
    const found = toCome.slice(0, first).findIndex(touches);
    if (found >= 0) first = found;
  };
  return {
    request(operationId, query, body) {
      look(
        (one) =>
          refusesBody(one, operationId, body) ||
          compiled.of(one.document, operationId)?.query(query) === false ||
          refusesPhone(one.campaign, query) ||
          one.otherLeads ||
          (!withoutLeads.has(operationId) && losesField(holds, one.document)),
      );
    },
    write(operationId, body, made) {
      look((one) => refusesBody(one, operationId, body));
      if (made && operationId === 'createLead' && toCome.length > 0) created.push(made);
    },
    async touched(wouldRefuse) {
      if (created.length > 0)
        for (const [i, { campaign }] of toCome.slice(0, first).entries()) {
          const rule = campaign.duplicateRule;
          if (rule && !isSameRule(rule, now.duplicateRule) && (await wouldRefuse(rule, created))) first = i;
          if (first === i) break;
        }
      return toCome[first];
    },
  };
}

function losesField(now: OpenApiDocument, then: OpenApiDocument): boolean {
  const fields = (now.components.schemas?.LeadFields?.properties ?? {}) as object;
  return Object.keys(fields).some((key) => !hasField(then, key));
}

/** Schemas accept a number without a country code, but the default country decides whether it can be read. */
function refusesPhone({ fields, defaultCountry }: Campaign, query: Readonly<Record<string, unknown>>): boolean {
  return fields.some(
    (field) =>
      traits[field.type].readsCountry && !normaliseValue(field, query[`fields.${field.key}`], defaultCountry).ok,
  );
}

/** A rule that stays the same has refused the lead already. */
const isSameRule = (rule: DuplicateRule, now: DuplicateRule | null): boolean =>
  now !== null && isDeepStrictEqual({ ...rule, state: undefined }, { ...now, state: undefined });
