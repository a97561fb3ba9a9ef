/** What a text of each form should be, in words: `x-form` beside a pattern, told in errors and in descriptions. */
export const forms = {
  line: 'a text on one line, without control characters',
  text: 'a text without U+0000',
  email: 'an e-mail address in ASCII, such as anna@example.com',
  phone: 'a phone number',
  url: 'an address that begins with https:// or http:// and names a host',
  date: 'a date such as 2026-11-23, from the year 1000 to 2999',
  datetime: 'a time with its offset, such as 2026-11-23T10:15:30Z, from the year 1000 to 2999',
  storedTime:
    'a time with its offset, such as 2026-11-23T10:15:30Z, from the year 1000 to 2999 (in these two years in UTC)',
} as const;
