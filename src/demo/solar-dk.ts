/**
 * The demo's main campaign: solar panels for Danish homes, with two vendors and with fields of all types for which the demo
 * has values.
 */
import { type DemoCampaign, field, options } from './demo-campaign.ts';

export const solarDk: DemoCampaign = {
  slug: 'solar-dk',
  name: 'Solar DK',
  default_country: 'DK',
  fields: [
    field('source', 'select', 'Source', {
      select: 'source',
      required: true,
      searchable: true,
      description: 'The company that brought the lead.',
    }),
    field('name', 'text', 'Name', { required: true, max_length: 120, description: 'First and last name.' }),
    field('email', 'email', 'E-mail', { required: true, searchable: true }),
    field('phone', 'phone', 'Phone', {
      searchable: true,
      description: 'With country code, or a Danish number of eight digits.',
    }),
    field('address', 'text', 'Address', { max_length: 200, description: 'Street and number.' }),
    field('zip', 'text', 'Zip code', { searchable: true, pattern: '^\\d{4}$', description: 'Four digits.' }),
    field('city', 'text', 'City', { max_length: 80 }),
    field('owns_home', 'boolean', 'Owns the home'),
    field('roof_type', 'select', 'Roof type', { select: 'roof_type', searchable: true }),
    field('roof_area_m2', 'number', 'Roof area (m²)', {
      min: 5,
      max: 2_000,
      description: 'Usable area, in square metres.',
    }),
    field('household_size', 'integer', 'People in the household', { min: 1, max: 12 }),
    field('annual_consumption_kwh', 'integer', 'Annual consumption (kWh)', {
      searchable: true,
      min: 100,
      max: 100_000,
      description: 'Electricity used in the last full year.',
    }),
    field('interests', 'multi_select', 'Interested in', { select: 'interests' }),
    field('preferred_visit_date', 'date', 'Preferred visit', { description: 'A day on which somebody is at home.' }),
    field('best_call_time', 'time', 'Best time to call'),
    field('callback_at', 'datetime', 'Call back at', { description: 'When somebody can be reached.' }),
    field('website', 'url', 'Website', { description: 'For companies and housing associations.' }),
    field('notes', 'long_text', 'Notes', { max_length: 4_000 }),
  ],
  selects: [
    {
      key: 'source',
      label: 'Source',
      options: options({ 'vendor-xyz': 'Vendor XYZ', 'nordic-leads': 'Nordic Leads', website: 'Website' }),
    },
    {
      key: 'roof_type',
      label: 'Roof type',
      options: options({
        tile: 'Tile',
        fibre_cement: 'Fibre cement',
        slate: 'Slate',
        flat: 'Flat roof',
        metal: 'Metal',
        thatch: 'Thatch',
      }),
    },
    {
      key: 'interests',
      label: 'Interests',
      options: options({
        solar_panels: 'Solar panels',
        battery: 'Battery',
        ev_charger: 'EV charger',
        heat_pump: 'Heat pump',
      }),
    },
  ],
  statuses: [
    { key: 'new', label: 'New', category: 'open', is_default: true },
    { key: 'contacted', label: 'Contacted', category: 'open', is_default: false },
    { key: 'visit_booked', label: 'Visit booked', category: 'open', is_default: false },
    { key: 'offer_sent', label: 'Offer sent', category: 'open', is_default: false },
    { key: 'won', label: 'Won', category: 'won', is_default: false },
    { key: 'lost', label: 'Lost', category: 'lost', is_default: false },
  ],
  filters: [
    { name: 'Vendor XYZ', condition: { path: 'fields.source', op: 'eq', value: 'vendor-xyz' } },
    { name: 'Nordic Leads', condition: { path: 'fields.source', op: 'eq', value: 'nordic-leads' } },
  ],
  tokens: [
    { name: 'Vendor XYZ', permission: 'read_write', filter: 'Vendor XYZ' },
    { name: 'Nordic Leads', permission: 'read', filter: 'Nordic Leads' },
  ],
};

/** A body for a vendor's first request: the required fields, and those of most leads. *Source* is filled in. */
export const firstSolarLead = {
  fields: {
    name: 'Anne Møller',
    email: 'anne@example.com',
    phone: '20 31 42 53',
    zip: '8000',
    city: 'Aarhus C',
    roof_type: 'tile',
    annual_consumption_kwh: 4200,
    interests: ['solar_panels', 'battery'],
  },
};
