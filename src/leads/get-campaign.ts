/** `GET /`: the campaign as data, as this grant sees it: what the document says as schemas. */
import type { Scalar } from '../campaign/condition.ts';
import type { FieldOffer } from '../document/offer.ts';
import type { components, operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';

type Select = components['schemas']['CampaignSelect'];

export const getCampaign: Handler<operations['getCampaign'], LeadContext> = async (
  _request,
  { grant, offer, docsUrl },
) => {
  const { campaign, permission, pins } = grant;
  const pinned = [...pins.allowed].flatMap(([path, values]): [string, Scalar][] =>
    values.length === 1 && values[0] !== undefined ? [[path, values[0]]] : [],
  );
  return {
    status: 200,
    body: {
      slug: campaign.slug,
      name: campaign.name,
      permission,
      revision: campaign.revision,
      pins: Object.fromEntries(pinned),
      fields: offer.fields.map(fieldOf),
      selects: selectsOf(offer),
      statuses: offer.statuses.map(({ key, label, category, is_default }) => ({ key, label, category, is_default })),
      docs_url: docsUrl,
    },
  };
};

function fieldOf({ field, required, default: fallback }: FieldOffer): components['schemas']['CampaignField'] {
  const { key, type, label, description, select, searchable, min, max, max_length, pattern } = field;
  const value = fallback === undefined ? null : typeof fallback === 'object' ? [...fallback] : fallback;
  return { key, type, label, description, required, select, searchable, min, max, max_length, pattern, default: value };
}

/** The selects that the fields draw on, each with the options that some field of them offers here. */
function selectsOf({ campaign, fields }: LeadContext['offer']): Select[] {
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
