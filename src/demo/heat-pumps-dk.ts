/** The demo's second campaign. Its fields differ from the first, which shows that each campaign has its own document. */
import { type DemoCampaign, field, options } from './demo-campaign.ts';

export const heatPumpsDk: DemoCampaign = {
  slug: 'heat-pumps-dk',
  name: 'Heat pumps DK',
  default_country: 'DK',
  fields: [
    field('partner', 'select', 'Partner', { select: 'partner', required: true, searchable: true }),
    field('contact_name', 'text', 'Contact', { required: true, max_length: 120 }),
    field('phone', 'phone', 'Phone', { required: true, searchable: true }),
    field('email', 'email', 'E-mail'),
    field('zip', 'text', 'Zip code', { required: true, searchable: true, pattern: '^\\d{4}$' }),
    field('heating_today', 'select', 'Heating today', { select: 'heating', required: true }),
    field('heated_area_m2', 'integer', 'Heated area (m²)', { min: 20, max: 1_500 }),
    field('boiler_installed_on', 'date', 'Boiler installed on'),
    field('has_floor_heating', 'boolean', 'Floor heating'),
    field('rooms_to_heat', 'multi_select', 'Rooms to heat', { select: 'rooms' }),
    field('language', 'select', 'Language', { select: 'language', default: 'da' }),
    field('remarks', 'long_text', 'Remarks', { max_length: 2_000 }),
  ],
  selects: [
    {
      key: 'partner',
      label: 'Partner',
      options: options({ 'varme-nord': 'Varme Nord', 'energi-partner': 'Energi Partner', telephone: 'Telephone' }),
    },
    {
      key: 'heating',
      label: 'Heating',
      options: options({ gas: 'Gas', oil: 'Oil', electric: 'Electric', wood_pellets: 'Wood pellets', other: 'Other' }),
    },
    {
      key: 'rooms',
      label: 'Rooms',
      options: options({
        living_room: 'Living room',
        bedrooms: 'Bedrooms',
        bathroom: 'Bathroom',
        basement: 'Basement',
      }),
    },
    { key: 'language', label: 'Language', options: options({ da: 'Danish', en: 'English', de: 'German' }) },
  ],
  statuses: [
    { key: 'new', label: 'New', category: 'open', is_default: true },
    { key: 'qualified', label: 'Qualified', category: 'open', is_default: false },
    { key: 'installed', label: 'Installed', category: 'won', is_default: false },
    { key: 'declined', label: 'Declined', category: 'lost', is_default: false },
  ],
  filters: [{ name: 'Varme Nord', condition: { path: 'fields.partner', op: 'eq', value: 'varme-nord' } }],
  tokens: [{ name: 'Varme Nord', permission: 'read_write', filter: 'Varme Nord' }],
};
