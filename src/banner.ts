/**
 * What a start with the demo account tells: where the service is, how to sign in, both vendors' documentation, and lines
 * that a shell takes as they are. It holds the demo's secrets, so it is for a terminal, or a file of its reader alone.
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
  /** Only when this start made it: it is then shown this once. */
  readonly password?: string | undefined;
  readonly campaignSlug: string;
  readonly vendors: readonly BannerVendor[];
  /** Body of a lead that the first vendor who may write can create. */
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
    ...(password === undefined ? [] : ['  (it was made just now and is shown this once: keep it)']),
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

/** The values that the session in docs/vendor.md begins with. */
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

/** An apostrophe as its escape sequence: the text then needs no unquoting in the shell, and stays one JSON text. */
function json(value: object): string {
  return JSON.stringify(value).replaceAll("'", '\\u0027');
}

/** POSIX shell, 2.2.2: everything between single quotes stands for itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
