/**
 * Prepares the document for the Postman converter. Only parts with an example are left, because the converter invents
 * missing examples, and different ones each time.
 */
import { type OpenApiDocument, operationsOf, type Parameter, type PathItem, type Schema } from '../openapi.ts';

interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

export function postmanSource(document: OpenApiDocument): OpenApiDocument {
  const paths: Record<string, PathItem> = {};
  for (const { path, method, operation, parameters } of operationsOf(document)) {
    const { 'x-codeSamples': _samples, 'x-json-operation': json, ...rest } = operation;
    // The JSON operation takes the same values as the form.
    if (json !== undefined) continue;
    const source = {
      ...rest,
      parameters: parameters.flatMap(withExample),
      responses: Object.fromEntries(
        Object.entries(operation.responses).flatMap(([status, response]) =>
          successOf(status, followed(document, response)),
        ),
      ),
    };
    paths[path] = { ...paths[path], [method]: source };
  }
  // The introduction has the contact. The converter would add it a second time, as Markdown.
  const { contact: _contact, ...info } = document.info;
  return { ...document, info, paths };
}

function withExample(parameter: Parameter): Parameter[] {
  const { schema, example = choicesOf(schema)[0] } = parameter;
  return example === undefined ? [] : [{ ...parameter, example }];
}

const choicesOf = ({ enum: values, items }: Schema): readonly unknown[] =>
  (values ?? (items as Schema | undefined)?.enum ?? []) as unknown[];

/** The response without its headers, and with a body only if the document has an example. */
function followed({ components }: OpenApiDocument, response: unknown): Response {
  const { $ref } = response as { $ref?: string };
  const responses = components.responses as Readonly<Record<string, Response>>;
  return ($ref === undefined ? response : responses[$ref.split('/').at(-1) ?? '']) as Response;
}

function successOf(status: string, { description, content = {} }: Response): [string, Response][] {
  if (!status.startsWith('2')) return [];
  const shown = Object.entries(content).filter(
    ([, { schema, example }]) => example !== undefined || schema.$ref === '#/components/schemas/Lead',
  );
  return [[status, { description, ...(shown.length > 0 && { content: Object.fromEntries(shown) }) }]];
}
