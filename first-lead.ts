import createClient from 'openapi-fetch';
import type { paths } from './leads.d.ts';

const leads = createClient<paths>({
  baseUrl: 'http://127.0.0.1:35551/v1/campaigns/solar-dk',
  headers: { authorization: `Bearer ${process.env.TOKEN}` },
});
const { data, error } = await leads.POST('/leads', {
  body: { fields: { name: 'Bo Holm', email: 'bo@example.com', roof_type: 'flat' } },
});
console.log(data?.fields.source, data?.version, error?.code);
const page = await leads.GET('/leads', { params: { query: { 'fields.roof_type': ['flat'], limit: 1 } } });
console.log(page.data?.data.map((lead) => lead.fields.name));
