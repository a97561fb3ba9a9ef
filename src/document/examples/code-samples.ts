/**
 * Code samples of every operation (`x-codeSamples`) in the languages of vendors, made from the document's own examples, with
 * a placeholder for the token. Each can be pasted and run once the placeholder is replaced.
 */
import { type ClientId, snippetz, type TargetId } from '@scalar/snippetz';
import { type OpenApiDocument, type OperationEntry, operationsOf, type PathItem } from '../openapi.ts';

/** The placeholder for the token in samples. */
export const tokenPlaceholder = 'YOUR_API_TOKEN';

interface Language {
  readonly lang: string;
  readonly label: string;
  readonly target: TargetId;
  readonly client: ClientId<TargetId>;
  /** Makes a complete program from the call. The program prints the response. */
  readonly whole: (call: string) => string;
}

const languages: readonly Language[] = [
  { lang: 'Shell', label: 'curl', target: 'shell', client: 'curl', whole: (call) => call },
  {
    lang: 'PHP',
    label: 'PHP',
    target: 'php',
    client: 'curl',
    whole: (call) => `<?php\n${withEmptyObjects(call)}`,
  },
  {
    lang: 'Python',
    label: 'Python',
    target: 'python',
    client: 'requests',
    whole: (call) => `import requests\n\nresponse = ${call}\nprint(response.status_code, response.text)`,
  },
  {
    lang: 'JavaScript',
    label: 'JavaScript',
    target: 'js',
    client: 'fetch',
    whole: (call) => `const response = await ${call};\nconsole.log(response.status, await response.text());`,
  },
  {
    lang: 'C#',
    label: 'C#',
    target: 'csharp',
    client: 'httpclient',
    whole: (call) =>
      `using System.Net.Http.Headers;\n\n${call}\n\nConsole.WriteLine(await response.Content.ReadAsStringAsync());`,
  },
];

/**
 * PHP writes an empty object and an empty list in the same way, and the printer takes both for lists. No example contains an
 * empty list.
 */
function withEmptyObjects(php: string): string {
  // The contents of strings stay unchanged.
  return php.replaceAll(/'(?:\\.|[^'\\])*'|(=> |json_encode\()\[\s*\]/gs, (found, before?: string) =>
    before === undefined ? found : `${before}new stdClass()`,
  );
}

/** The parameters that samples show, if the document has examples of them. */
const parametersShown: Readonly<Record<string, readonly string[]>> = {
  listLeads: ['limit'],
  listLeadChanges: ['cursor'],
};

const printer = snippetz();

/** The document with code samples for each operation. */
export function withCodeSamples(document: OpenApiDocument): OpenApiDocument {
  const paths: Record<string, PathItem> = { ...document.paths };
  for (const entry of operationsOf(document)) {
    const { path, method, operation } = entry;
    paths[path] = { ...paths[path], [method]: { ...operation, 'x-codeSamples': samplesOf(document, entry) } };
  }
  return { ...document, paths };
}

function samplesOf(document: OpenApiDocument, entry: OperationEntry) {
  const request = requestOf(document, entry);
  return languages.map(({ lang, label, target, client, whole }) => ({
    lang,
    label,
    source: whole(printer.print(target, client, request) ?? ''),
  }));
}

/** A form is a list of parameters, which the printer writes in the way of each language. */
function bodyOf(mimeType: string, body: object): NonNullable<Request['postData']> {
  if (mimeType !== formType) return { mimeType, text: JSON.stringify(body) };
  return { mimeType, params: Object.entries(body).map(([name, value]) => ({ name, value: String(value) })) };
}

const formType = 'application/x-www-form-urlencoded';

type Request = NonNullable<Parameters<typeof printer.print>[2]>;

/** In the HAR format, which the printer reads. */
function requestOf(document: OpenApiDocument, { path, method, operation, parameters }: OperationEntry): Request {
  const exampleOf = (name: string) => String(parameters.find((one) => one.name === name)?.example ?? '');
  const address = path.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => encodeURIComponent(exampleOf(name)));
  const query = parametersShown[operation.operationId] ?? [];
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const body = (content as { example?: unknown } | undefined)?.example;
  const headers = [
    { name: 'Authorization', value: `Bearer ${tokenPlaceholder}` },
    ...(type === undefined ? [] : [{ name: 'Content-Type', value: type }]),
  ];
  return {
    method: method.toUpperCase(),
    url: `${document.servers[0]?.url}${address === '/' ? '' : address}`,
    queryString: query.map((name) => ({ name, value: exampleOf(name) })),
    headers,
    ...(type !== undefined && { postData: bodyOf(type, body ?? {}) }),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headersSize: -1,
    bodySize: -1,
  };
}
