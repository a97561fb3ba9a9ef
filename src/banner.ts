/**
 * The text that a start with the demo account prints: where the service is, how to sign in, both vendors' documentation, and
 * lines to paste into a shell. It contains the demo's secrets, so it is only for a terminal, or for a file that only its
 * owner can read.
 */

export interface BannerVendor {
  readonly name: string;
  readonly docsUrl: string;
  readonly permission: 'read' | 'read_write';
  /** The token itself, `lsp_…`. */
  readonly secret: string;
}

export interface BannerFacts {
  /** PUBLIC_URL, without a trailing slash. */
  readonly url: string;
  readonly email: string;
  /** Only if this start created the password, which is shown only this once. */
  readonly password?: string | undefined;
  readonly campaignSlug: string;
  readonly vendors: readonly BannerVendor[];
  /** The body of a lead that the first vendor with write permission can create. */
  readonly createBody: object;
}

/** The text, with a line break at its end. */
export function bannerText(facts: BannerFacts): string {
  const parts = [welcome(facts), signIn(facts), documentation(facts), session(facts), firstLead(facts)];
  return `\n${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n\n`;
}

function welcome({ url }: BannerFacts): string[] {
  return [`  Leadspec is ready at ${url}`, '', `  The console: ${url}/console`];
}

function signIn({ url, email, password }: BannerFacts): string[] {
  const credentials = json({ email, password: password ?? 'YOUR PASSWORD' });
  return [
    `  Sign in there as ${email}${password === undefined ? '' : `, password ${password}`}`,
    ...(password === undefined ? [] : ['  (created just now and shown only this once: keep it)']),
    '',
    '  Or on the command line (the cookie is kept in cookies.txt):',
    `curl -sS -c cookies.txt ${jsonBody(credentials)} ${quote(`${url}/manage/v1/session`)}`,
  ];
}

function documentation({ vendors }: BannerFacts): string[] {
  const width = Math.max(0, ...vendors.map((vendor) => vendor.name.length));
  const may = { read: 'reads', read_write: 'reads and writes' };
  return [
    '  Documentation to send to the vendors of the demo:',
    ...vendors.map(({ name, docsUrl, permission }) => `  ${name.padEnd(width)}  ${docsUrl}  (${may[permission]})`),
  ];
}

/** The values at the start of the session in docs/vendor.md. */
function session({ url, vendors }: BannerFacts): string[] {
  const writer = vendors.find((vendor) => vendor.permission === 'read_write');
  if (!writer) return [];
  return [
    `  Before the vendor's ten minutes (docs/vendor.md), as ${writer.name}:`,
    `export BASE=${quote(url)} DOCS=${quote(writer.docsUrl)} TOKEN=${quote(writer.secret)}`,
  ];
}

function firstLead({ url, campaignSlug, vendors, createBody }: BannerFacts): string[] {
  const writer = vendors.find((vendor) => vendor.permission === 'read_write');
  const reader = writer ?? vendors[0];
  const leads = `${url}/v1/campaigns/${campaignSlug}/leads`;
  const authorization = (secret: string) => `-H ${quote(`Authorization: Bearer ${secret}`)}`;
  const create = writer && [
    `  Create a lead as ${writer.name}:`,
    `curl -sS ${authorization(writer.secret)} ${jsonBody(json(createBody))} ${quote(leads)}`,
  ];
  const list = reader && [
    `  List the newest leads that ${reader.name} sees:`,
    `curl -sS ${authorization(reader.secret)} ${quote(`${leads}?limit=3`)}`,
  ];
  return [...(create ? [...create, ''] : []), ...(list ?? [])];
}

function jsonBody(body: string): string {
  return `-H 'Content-Type: application/json' -d ${quote(body)}`;
}

/** Replaces apostrophes with escape sequences, so that the text needs no quoting in the shell and stays valid JSON. */
function json(value: object): string {
  return JSON.stringify(value).replaceAll("'", '\\u0027');
}

/** Quotes a text for the shell (POSIX shell, 2.2.2: everything between single quotes is literal). */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
