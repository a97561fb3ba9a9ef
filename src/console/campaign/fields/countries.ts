/** Countries by name, for a list of choices. The server decides which of them have phone numbers. */
const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BG BH BO BR BS BW BY BZ CA CH CI CL CM CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES ET FI FJ FO FR GB GE GH GL GR GT HK HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KH KR KW KZ LB LI LK LT LU LV LY MA MC MD ME MK MT MU MV MX MY MZ NA NG NI NL NO NP NZ OM PA PE PH PK PL PR PT PY QA RO RS RU RW SA SE SG SI SK SM SN SV SY TH TN TR TT TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** "Denmark". */
export const nameOfCountry = (code: string): string => names.of(code) ?? code;

export const countries: readonly { readonly value: string; readonly label: string }[] = codes
  .split(' ')
  .map((value) => ({ value, label: `${nameOfCountry(value)} (${value})` }))
  .sort((a, b) => a.label.localeCompare(b.label));
