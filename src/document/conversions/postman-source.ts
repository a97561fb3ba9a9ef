/**
 * The document as the Postman converter is given it: what is written here is what the collection shows. Only what has an
 * example of its own is left, for the converter makes others up, and other ones each time.
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
    // A form takes what that operation takes.
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
  // Whom to ask stands in the introduction: the converter would put it down as Markdown.
  const { contact: _contact, ...info } = document.info;
  return { ...document, info, paths };
}

function withExample(parameter: Parameter): Parameter[] {
  const { schema, example = choicesOf(schema)[0] } = parameter;
  return example === undefined ? [] : [{ ...parameter, example }];
}

const choicesOf = ({ enum: values, items }: Schema): readonly unknown[] =>
  (values ?? (items as Schema | undefined)?.enum ?? []) as unknown[];

/** Without its headers; with a body where the document shows one. */
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
