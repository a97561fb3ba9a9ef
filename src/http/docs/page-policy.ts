/** The content security policies of HTML pages: nothing from other origins, and no inline scripts. */

/** Redoc writes styles into the page. Only the console may frame these pages. */
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

/** Redoc's own search runs in a worker that Redoc creates. The page of the Management API uses it. */
export const pagePolicy = policy("'self'", 'blob:');

/**
 * The page of a token may send requests to the API, which can have another origin than the page, and to no other server.
 * `publicUrl`: the address of the API.
 */
export function documentationPolicy(publicUrl: string): string {
  return policy(`'self' ${new URL(publicUrl).origin}`, "'none'");
}

/**
 * The console. Its style elements carry the page's nonce, and style attributes are forbidden. It frames documentation pages.
 */
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
