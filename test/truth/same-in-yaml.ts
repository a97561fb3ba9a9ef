/** Whether a document in YAML means the same as in JSON to each parser. Returns the differences in words. */
import { isDeepStrictEqual } from 'node:util';
import { yamlParsers } from '../support/documents/yaml-parsers.ts';

export function differencesInYaml(json: string, yaml: string): string[] {
  const document: unknown = JSON.parse(json);
  return yamlParsers.flatMap(({ name, parse }) => {
    try {
      // Through JSON, because a parser may return maps of its own class.
      const [read] = parse([yaml]);
      return isDeepStrictEqual(JSON.parse(JSON.stringify(read)), document)
        ? []
        : [`${name} reads another document in YAML than there is in JSON`];
    } catch (error) {
      return [`${name} cannot read the document in YAML: ${(error as Error).message}`];
    }
  });
}
