/**
 * Reads a phone number: the result is one number in E.164, or a refusal in words. All ways into the service use it, so they
 * agree. A number that can be read in two ways is refused: libphonenumber would choose one of them, and a number that lost
 * its plus on the way would become a number of another country.
 */
import {
  type CountryCode,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { ownFormats } from './formats.ts';
import { withoutInvisible } from './white-space.ts';

export type ReadPhone =
  | { readonly number: string; readonly why?: undefined }
  /** `why`: what it must be, in words that follow "must be". */
  | { readonly number?: undefined; readonly why: string };

/** Longer than any number with the marks between its digits. */
const longest = 200;

/** The zeros of the blocks of ten digits for 0 to 9: full-width, Arabic-Indic, extended Arabic-Indic, Devanagari. */
const zeros = [0xff10, 0x0660, 0x06f0, 0x0966];
const otherDigit = /[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;

const sameMarks: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
  [/[\ufe62\uff0b]/g, '+'],
  [/\uff08/g, '('],
  [/\uff09/g, ')'],
  [/\uff0e/g, '.'],
  [/\uff0f/g, '/'],
  [/\p{White_Space}+/gu, ' '],
  [/^ | $/g, ''],
  [/^\( ?\+ ?([0-9]{1,3}) ?\)/, '+$1'],
];

/**
 * Rewrites the number into the characters that the document allows: `0` to `9`, `+ - ( ) . /` and spaces. Invisible
 * characters, which often come with a pasted number, are removed. All other characters stay, and the field's schema refuses
 * them.
 */
export function plainPhone(text: string): string {
  if (text.length > longest) return text;
  const digits = withoutInvisible(text).replace(otherDigit, plainDigit);
  return sameMarks.reduce((plain, [mark, by]) => plain.replace(mark, by), digits);
}

function plainDigit(digit: string): string {
  const at = digit.charCodeAt(0);
  return String(at - Number(zeros.find((zero) => at >= zero && at < zero + 10)));
}

/** `country`: the default country of the campaign. Without one, a number must have its country code. */
export function readPhone(text: string, country: string | null): ReadPhone {
  const plain = plainPhone(text);
  const digits = plain.replace(/[^0-9]/g, '');
  if (!ownFormats.phone.test(plain)) return { why: expected(country) };
  if (plain.startsWith('+')) return international(digits, expected(country));
  if (country === null) return { why: withoutPlus(digits) };
  return ofCountry(country as CountryCode, plain, digits);
}

function international(digits: string, why: string): ReadPhone {
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (number?.isValid()) return { number: number.number };
  return { why: number ? `${why}; ${number.number} is not a valid phone number` : why };
}

/** Reads a number without a plus in a campaign with a default country. */
function ofCountry(country: CountryCode, plain: string, digits: string): ReadPhone {
  const code = getCountryCallingCode(country);
  const asIfPlus = valid(`+${digits}`);
  const own = asIfPlus?.countryCallingCode === code ? asIfPlus : undefined;
  const meant = distinct([
    valid(digits, country),
    valid(`+${code}${digits}`),
    own,
    // Many people write `00` before a country code, even if their own country uses another prefix.
    digits.startsWith('00') ? valid(`+${digits.slice(2)}`) : undefined,
  ]);
  const [first] = meant;
  if (!first) return { why: asIfPlus ? withoutPlus(digits, country) : unreadable(country, digits) };
  const all = distinct([...meant, asIfPlus && !hasAreaCode(plain, asIfPlus) ? asIfPlus : first]);
  return all.length === 1 ? { number: first.number } : { why: ambiguous(country, digits, all) };
}

function distinct(numbers: readonly (PhoneNumber | undefined)[]): readonly PhoneNumber[] {
  return [...new Map(numbers.flatMap((one) => (one ? [[one.number, one]] : []))).values()];
}

function valid(text: string, country?: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, { ...(country && { defaultCountry: country }), extract: false });
  return number?.isValid() ? number : undefined;
}

/** `(415) 555-0132`: the parentheses contain an area code, unless they contain the country code. */
function hasAreaCode(plain: string, { countryCallingCode }: PhoneNumber): boolean {
  const [, area] = /^\(([0-9]+)\)/.exec(plain) ?? [];
  return area !== undefined && area !== countryCallingCode;
}

const inUrls = 'in a URL `+` is written `%2B`';

function expected(country: string | null): string {
  return country === null
    ? 'a phone number with its country code, such as +4520123456'
    : `a phone number with a country code, such as +4520123456, or a number of ${country} without one`;
}

function unreadable(country: CountryCode, digits: string): string {
  const number = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
  return number ? `${expected(country)}; ${number.number} is not a valid phone number` : expected(country);
}

/** For a number that is valid with a plus, but not in the country. */
function withoutPlus(digits: string, country: CountryCode | null = null): string {
  const number = valid(`+${digits}`);
  if (!number) return expected(country);
  return `${expected(country)}: if you mean ${number.number}, send it with its \`+\` (${inUrls})`;
}

function ambiguous(country: CountryCode, digits: string, numbers: readonly PhoneNumber[]): string {
  const all = numbers.map(({ number }) => `\`${number}\``).join(' or ');
  const national = numbers.map((one) => nationalForm(country, digits, one)).find((one) => one !== undefined);
  const or = national === undefined ? '' : `, or \`${national}\` for a national number of ${country}`;
  return `a phone number that can be read in only one way: it may mean ${all}. Send it with its \`+\`${or}; ${inUrls}`;
}

/** The number as it is written in its country, if that can be read in only one way. */
function nationalForm(country: CountryCode, sent: string, number: PhoneNumber): string | undefined {
  if (number.countryCallingCode !== getCountryCallingCode(country)) return undefined;
  const national = number.formatNational().replace(/[^0-9]/g, '');
  if (national === sent || readPhone(national, country).number !== number.number) return undefined;
  return national;
}
