/**
 * A phone number, stored in E.164. A number without a country code is read as a number of the campaign's default country.
 */
import { type CountryCode, getExampleNumber } from 'libphonenumber-js/max';
import mobileNumbers from 'libphonenumber-js/mobile/examples';
import { ownFormats } from '../values/formats.ts';
import { refused, stored } from '../values/normalised.ts';
import { plainPhone, readPhone } from '../values/phone.ts';
import { equality, type FieldTypeEntry, longerTexts, ofText, oneText, search } from './entry.ts';

const longest = 40;

export const phone: FieldTypeEntry = {
  ...oneText,
  normalise: ofText((value, country) => {
    const { number, why } = readPhone(value, country);
    return number === undefined ? refused('format', why) : stored(number);
  }),
  plain: plainPhone,
  operators: [...equality, ...search],
  csv: 'text',
  maxLength: longest,
  readsCountry: true,
  form: ownFormats.phone,
  request: ({ max_length }) => ({ format: 'phone', maxLength: max_length ?? longest }),
  parameter: { type: 'string', format: 'phone', maxLength: longest },
  hints: [
    'Stored in E.164. In a URL or a form, write `+` as `%2B`. A number that its country does not have, or a number without `+` that can be read in two ways, is refused.',
  ],
  words: 'With `+` and the country code, such as `+4520314253`; stored in E.164. In a URL write `+` as `%2B`.',
  samples: (_field, _options, country) => [
    getExampleNumber((country ?? 'DK') as CountryCode, mobileNumbers)?.number ?? '+4520123456',
  ],
  toTry: longerTexts,
};
