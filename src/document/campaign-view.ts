/**
 * The campaign as data, as a grant sees it: the response of `getCampaign`, and its example. It agrees with the schemas of
 * the document.
 */
import type { Scalar } from '../campaign/condition/condition.ts';
import type { components } from '../generated/leads.ts';
import type { FieldOffer, Offer } from './offer.ts';

export type CampaignView = components['schemas']['Campaign'];
type Select = components['schemas']['CampaignSelect'];

/** `docsUrl`: the documentation page of the token. */
export function campaignView(offer: Offer, docsUrl: string): CampaignView {
  const { campaign, permission, pins, revision } = offer;
  const pinned = [...pins.allowed].flatMap(([path, values]): [string, Scalar][] =>
    values.length === 1 && values[0] !== undefined ? [[path, values[0]]] : [],
  );
  return {
    slug: campaign.slug,
    name: campaign.name,
    permission,
    revision,
    pins: Object.fromEntries(pinned),
    fields: offer.fields.map(fieldOf),
    selects: selectsOf(offer),
    statuses: offer.statuses.map(({ key, label, category, is_default }) => ({ key, label, category, is_default })),
    docs_url: docsUrl,
  };
}

function fieldOf({ field, required, default: fallback }: FieldOffer): components['schemas']['CampaignField'] {
  const { key, type, label, description, select, searchable, min, max, max_length, pattern } = field;
  const value = fallback === undefined ? null : typeof fallback === 'object' ? [...fallback] : fallback;
  return { key, type, label, description, required, select, searchable, min, max, max_length, pattern, default: value };
}

/** The selects of the offered fields, each with the options that at least one of these fields offers. */
function selectsOf({ campaign, fields }: Offer): Select[] {
  return campaign.selects.flatMap(({ key, label, options }) => {
    const users = fields.filter((f) => f.field.select === key);
    if (users.length === 0) return [];
    const offered = new Set(users.flatMap((f) => f.options.map((option) => option.value)));
    return [
      {
        key,
        label,
        options: options.filter((o) => offered.has(o.value)).map((o) => ({ value: o.value, label: o.label })),
      },
    ];
  });
}
