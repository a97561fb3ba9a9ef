/** The countries whose phone numbers can be read. A campaign's default country is one of them. */
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';

/** `code`: two letters of ISO 3166-1. */
export const isCountry = (code: string): code is CountryCode => isSupportedCountry(code);

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The English name: `Denmark` for `DK`. */
export const countryName = (country: string): string => names.of(country) ?? country;
