/**
 * The named formats as `docs/clients.md` tells vendors to add them to Ajv: made from its words, without any code of the
 * service. Well-known formats are narrower here, as the descriptions of fields say.
 */
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';

const isControl = (one: string): boolean => /^\p{Cc}$/u.test(one);
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const isLine = (text: string): boolean => isStorable(text) && [...text].every((one) => one === '\t' || !isControl(one));
const isSeen = (text: string): boolean => text.trim() !== '';
const { validate: isDate } = fullFormats.date as { validate: (text: string) => boolean };
const { validate: isTime } = fullFormats['date-time'] as { validate: (text: string) => boolean };
const years = (text: string): boolean => text >= '1000' && text < '3000';
/** With a `T` and a complete offset, as RFC 3339 requires. */
const plainTime = (text: string): string => text.replace(/^(.{10}) /, '$1T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
const isTimestamp = (text: string): boolean =>
  years(text) && isTime(plainTime(text)) && !/:60/.test(text) && !/\.\d{10}/.test(text);
const isStoredTime = (text: string): boolean =>
  isTimestamp(text) && (!/^(1000|2999)/.test(text) || /[Zz]$|[+-]00:?00$/.test(text));

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  line: isLine,
  'filled-line': (text) => isLine(text) && isSeen(text),
  text: isStorable,
  'filled-text': (text) => isStorable(text) && isSeen(text),
  phone: (text) => /^[+]?[0-9 ()./-]{3,39}$/.test(text),
  'external-id': (text) =>
    isStorable(text) && ![...text].some(isControl) && text.trim() === text && text !== '.' && text !== '..',
  timestamp: isTimestamp,
  date: (text) => years(text) && isDate(text),
  'date-time': isStoredTime,
  pattern: () => true,
  email: isEmail,
  uri: (text) => /^https?:\/\/([^/?#@]*@)?[^/?#@:]/i.test(text) && (fullFormats.uri as (text: string) => boolean)(text),
};

/** RFC 5321: a local part of at most 64 characters, and a domain of at least two labels with at most 63 characters each. */
function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    local.length <= 64 &&
    local.split('.').every((atom) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/.test(atom)) &&
    labels.length > 1 &&
    labels.every((label) => /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label))
  );
}

export function assertFormats(ajv: Ajv2020): void {
  for (const [name, test] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate: test });
  for (const name of ['int64', 'double']) ajv.addFormat(name, true);
  ajv.addKeyword({
    keyword: 'x-pattern',
    schemaType: 'string',
    compile: (source: string) => {
      const pattern = new RegExp(source, 'u');
      return (value: unknown) => typeof value !== 'string' || pattern.test(value);
    },
  });
  ajv.addKeyword({
    keyword: 'x-format',
    schemaType: 'string',
    compile: (name: string) => (value: unknown) => typeof value !== 'string' || formats[name]?.(value) === true,
  });
}
