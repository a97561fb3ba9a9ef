/** The parts of an OpenAPI 3.1 document that this code reads and writes. */

export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema: Schema;
  readonly [rest: string]: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly [rest: string]: unknown;
}

export const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
export type Method = (typeof methods)[number];

export type PathItem = { readonly [M in Method]?: Operation } & {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
};

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  } & Readonly<Record<string, unknown>>;
  readonly [rest: string]: unknown;
}

export interface OperationEntry {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
  /** With references resolved. Our documents have parameters on operations only. */
  readonly parameters: readonly Parameter[];
}

/** Every operation of the document. */
export function operationsOf(document: OpenApiDocument): OperationEntry[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = (operation.parameters ?? []).map((p) => follow(document, p));
      return [{ path, method, operation, parameters }];
    }),
  );
}

function follow(document: OpenApiDocument, parameter: Parameter | { readonly $ref: string }): Parameter {
  if (!('$ref' in parameter) || typeof parameter.$ref !== 'string') return parameter as Parameter;
  const name = parameter.$ref.split('/').pop() ?? '';
  const found = document.components.parameters?.[name];
  if (!found) throw new Error(`the document has no parameter ${parameter.$ref}`);
  return found;
}

/** The name of the schema in a reference: `Lead` in `#/components/schemas/Lead`. */
export const schemaName = (reference: unknown): string => String(reference).replace('#/components/schemas/', '');
