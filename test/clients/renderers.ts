/**
 * Other pages that draw a document: swagger-ui and Scalar. Each is fetched from npm without its dependencies, and opened in
 * a browser with a vendor's documents. It must draw each operation and report no mistake in the document.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { asOpenApi30 } from '../../src/document/conversions/openapi-30.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { startBrowser, visit } from '../support/browser.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

const run = promisify(execFile);

interface Renderer {
  readonly heading: string;
  readonly packageName: string;
  readonly version: string;
  /** The path within the package. */
  readonly script: string;
  /** Draws `/document.json` into `#page`. */
  readonly start: string;
  /** The names of the drawn operations, and the mistakes that the page reports. */
  readonly drawn: (page: Page) => Promise<readonly string[]>;
  readonly faults: (page: Page) => Promise<readonly string[]>;
}

export const renderers: readonly Renderer[] = [
  {
    heading: 'swagger-ui',
    packageName: 'swagger-ui-dist',
    version: '5.35.0',
    script: 'swagger-ui-bundle.js',
    start: "SwaggerUIBundle({ url: '/document.json', dom_id: '#page', validatorUrl: null, docExpansion: 'list' })",
    drawn: async (page) => {
      await page.locator('.opblock').first().waitFor();
      return page.locator('.opblock-summary-description').allInnerTexts();
    },
    faults: (page) => page.locator('.errors-wrapper, .renderedMarkdown.error').allInnerTexts(),
  },
  {
    heading: 'Scalar',
    packageName: '@scalar/api-reference',
    version: '1.76.0',
    script: 'dist/browser/standalone.js',
    start:
      "Scalar.createApiReference('#page', { url: '/document.json', telemetry: false, withDefaultFonts: false, defaultOpenAllTags: true })",
    drawn: async (page) => {
      await page.locator('nav a, aside a, [role=navigation] a').first().waitFor();
      return page.locator('a').allInnerTexts();
    },
    faults: (page) => page.locator('.references-error, [role=alert]').allInnerTexts(),
  },
];

/** Returns an empty text if everything is right. `home`: the folder for packages of the next run. */
export async function drawBy(renderer: Renderer, home: string): Promise<string> {
  const script = await fetchScript(renderer, home);
  const browser = await startBrowser();
  try {
    for (const [name, document] of Object.entries(documents())) {
      const wrong = await draw(renderer, script, document, browser);
      if (wrong !== '') return `the document that is ${name} gave ${wrong}`;
    }
    return '';
  } finally {
    await browser.close();
  }
}

function documents(): Readonly<Record<string, OpenApiDocument>> {
  const rich = publish(grantOf(fixtures.rich, 'scoped-read-write'), publicUrl).document;
  return {
    rich,
    'rich, as OpenAPI 3.0': asOpenApi30(rich) as unknown as OpenApiDocument,
    awkward: publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl).document,
  };
}

async function draw(
  { start, drawn, faults }: Renderer,
  script: string,
  document: OpenApiDocument,
  browser: Browser,
): Promise<string> {
  const html = `<!doctype html><title>Document</title><link rel="icon" href="data:,"><div id="page"></div><script src="/script.js"></script><script>${start}</script>`;
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html; charset=utf-8', html],
    '/script.js': ['text/javascript; charset=utf-8', script],
    '/document.json': ['application/json', JSON.stringify(document)],
  };
  const server = createServer(({ url = '' }, res) => {
    const [type, body] = files[url] ?? ['text/plain', ''];
    res.writeHead(files[url] ? 200 : 404, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { page, wrongs } = await visit(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const shown = (await drawn(page)).map((text) => text.trim());
    const summaries = operationsOf(document).map(({ operation }) => String(operation.summary));
    const missing = summaries.filter((summary) => !shown.some((text) => text.startsWith(summary)));
    const found = [...wrongs, ...(await faults(page)), ...missing.map((summary) => `not drawn: ${summary}`)];
    await page.close();
    return found.join('\n');
  } finally {
    server.close();
  }
}

async function fetchScript({ packageName, version, script }: Renderer, home: string): Promise<string> {
  const folder = join(home, `${packageName.replace(/\W+/g, '-')}-${version}`);
  const path = join(folder, 'package', script);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const { stdout } = await run('npm', ['pack', '--silent', `${packageName}@${version}`], { cwd: folder });
    await run('tar', ['-xzf', stdout.trim()], { cwd: folder });
  }
  return readFileSync(path, 'utf8');
}
