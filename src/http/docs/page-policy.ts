/** The content security policy of HTML pages: nothing from elsewhere, no inline script. */

/** Redoc writes styles into the page. The pages of tokens and the Management API's are framed by the console alone. */
const policy = (connect: string, worker: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    `worker-src ${worker}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** Redoc's own search, which the page of the Management API has, runs in a worker that it makes itself. */
export const pagePolicy = policy("'self'", 'blob:');

/**
 * The page of a token sends what its reader tries out to the API, which may have another origin than the page as it was opened, and
 * to nobody else. `publicUrl`: the address of the API.
 */
export function documentationPolicy(publicUrl: string): string {
  return policy(`'self' ${new URL(publicUrl).origin}`, "'none'");
}

/** The console: its styles carry the nonce of the page, none stands in an attribute. It frames documentation pages. */
export const consolePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
