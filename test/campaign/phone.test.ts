/**
 * Phone numbers of every country in libphonenumber, in every style in which people and programs write them: each is stored
 * as the number that is meant, or refused in words.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import numbers from 'libphonenumber-js/mobile/examples';
import { readPhone } from '../../src/campaign/values/phone.ts';
import { seed } from '../support/draws/seed.ts';

const countries = getCountries();

/** The country's own prefix for international calls, if it has only digits. */
function idd(country: CountryCode): string {
  const [, prefix] = metadata.countries[country] as unknown as [string, string];
  return /^[0-9]+$/.test(prefix) ? prefix : '00';
}

/** Valid numbers of a country: its example, and others of the same length. */
function numbersOf(country: CountryCode): readonly PhoneNumber[] {
  const example = getExampleNumber(country, numbers) as PhoneNumber;
  const { length } = example.nationalNumber;
  const tails = fc.sample(fc.tuple(fc.integer({ min: 2, max: length }), fc.stringMatching(/^[0-9]{12}$/)), {
    numRuns: 8,
    seed,
  });
  const others = tails.flatMap(([kept, digits]) => {
    const national = (example.nationalNumber.slice(0, length - kept) + digits).slice(0, length);
    const number = parsePhoneNumberFromString(`+${getCountryCallingCode(country)}${national}`);
    return number?.isValid() && number.nationalNumber === national && number.country === country ? [number] : [];
  });
  return [example, ...others];
}

const wide = (text: string) => text.replace(/[0-9]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xff10 - 0x30));
const arabic = (text: string) => text.replace(/[0-9]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x660 - 0x30));

/** The same number in the characters of documents, tables and chats. */
const dresses: readonly ((text: string) => string)[] = [
  (text) => `\u202a${text}\u202c`,
  (text) => `\u2066${text}\u2069`,
  (text) => `\u200e${text}\u200b`,
  (text) => ` ${text}\t`,
  (text) => text.replace(/[ -]/g, '\u00a0'),
  (text) => text.replace(/[ -]/g, '\u2011'),
  (text) => text.replace(/[ -]/g, '\u202f'),
  (text) => [...text].join('\u200d'),
  (text) => wide(text).replace('+', '\uff0b'),
  arabic,
];

/** Each number in plain characters and in the next style, so that all numbers together cover all styles. */
let turn = 0;
function dressed(text: string): readonly string[] {
  turn += 1;
  return [text, dresses[turn % dresses.length]?.(text) ?? text];
}

/** The styles for a campaign of the number's own country, which may omit the country code. */
const atHome = (number: PhoneNumber): readonly string[] => [
  number.formatNational(),
  number.formatNational().replace(/[^0-9]/g, ''),
  number
    .formatNational()
    .replace(/[^0-9]+/g, '-')
    .replace(/^-/, ''),
  number.nationalNumber,
];

/** The styles for any campaign. */
const anywhere = (number: PhoneNumber, country: CountryCode): readonly string[] => {
  const digits = number.number.slice(1);
  const spaced = number.formatInternational().slice(1);
  return [digits, ` ${digits}`, spaced, ` ${spaced}`, `00${digits}`, `00 ${spaced}`, `${idd(country)}${digits}`];
};

const withPlus = (number: PhoneNumber): readonly string[] => [
  number.number,
  number.formatInternational(),
  number.formatInternational().replaceAll(' ', '-'),
  `+ ${number.number.slice(1)}`,
  `(+${number.countryCallingCode}) ${number.nationalNumber}`,
];

const wrong: string[] = [];
function judge(written: string, country: CountryCode | null, number: PhoneNumber, mustBeTaken = false): void {
  const read = readPhone(written, country);
  if (read.number === number.number || (!mustBeTaken && read.why)) return;
  wrong.push(
    `${JSON.stringify(written)} in ${country}: ${read.number ?? read.why}, not ${number.number} (seed ${seed})`,
  );
}

test('a number with a plus is stored as that number, in every campaign', () => {
  for (const of of countries)
    for (const number of numbersOf(of))
      for (const written of withPlus(number).flatMap(dressed))
        for (const country of [null, of, 'DE', 'US'] as const) judge(written, country, number, true);
  expect(wrong).toEqual([]);
});

test('a number of the default country is stored as that number or refused, in every style', () => {
  for (const country of countries)
    for (const number of numbersOf(country))
      for (const written of [...atHome(number), ...anywhere(number, country)].flatMap(dressed))
        judge(written, country, number);
  expect(wrong).toEqual([]);
});

test('a number of another country is never stored as a number of the default country', () => {
  for (const country of countries)
    for (const of of countries) {
      if (getCountryCallingCode(of) === getCountryCallingCode(country)) continue;
      const number = getExampleNumber(of, numbers) as PhoneNumber;
      // One style for each pair, because there are sixty thousand pairs.
      const ways = anywhere(number, country);
      turn += 1;
      judge(ways[turn % ways.length] ?? number.number, country, number);
    }
  expect(wrong).toEqual([]);
});

test('a number needs its plus in a campaign without a default country, and the refusal names the likely number', () => {
  for (const of of countries) {
    const { number } = getExampleNumber(of, numbers) as PhoneNumber;
    const { why } = readPhone(number.slice(1), null);
    expect([of, why]).toEqual([of, expect.stringContaining(`if you mean ${number}`)]);
    expect(why).toContain('`%2B`');
  }
});

test('a number that can be read in two ways is refused with what to send instead', () => {
  expect(readPhone('4915112345678', 'DE').why).toBe(
    'a phone number that can be read in only one way: it may mean `+494915112345678` or `+4915112345678`. ' +
      'Send it with its `+`, or `04915112345678` for a national number of DE; in a URL `+` is written `%2B`',
  );
  expect(readPhone('04915112345678', 'DE')).toEqual({ number: '+494915112345678' });
  expect(readPhone(' 4520314253', 'DE').why).toMatch(/`\+494520314253` or `\+4520314253`/);
});

test('an area code between parentheses makes a number national', () => {
  expect(readPhone('2015550123', 'US').why).toMatch(/`\+12015550123` or `\+2015550123`/);
  expect(readPhone('(201) 555-0123', 'US')).toEqual({ number: '+12015550123' });
  expect(readPhone('(20) 1555-0123', 'US').why).toMatch(/two ways|one way/);
});

test.each([
  '',
  'abc',
  '++4520314253',
  '45+20314253',
  '20-31-42-53x',
  '+',
  '()',
  '0'.repeat(300),
  '+4520314253;ext=1',
  '20\n31 42 53 or so',
])('%j is no phone number', (written) => {
  expect(readPhone(written, 'DK').number).toBeUndefined();
  expect(readPhone(written, null).why).toMatch(/^a phone number with its country code/);
});
