/** The findings of Spectral's default rules for OpenAPI for a document's text, in words. */
import { createRequire } from 'node:module';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}
interface Parts {
  readonly Spectral: new () => { setRuleset(rules: object): void; run(text: string): Promise<Finding[]> };
  readonly oas: object;
}

// A CommonJS package, whose types would need too many dependencies.
const load = createRequire(import.meta.url);
const { Spectral } = load('@stoplight/spectral-core') as Pick<Parts, 'Spectral'>;
const { oas } = load('@stoplight/spectral-rulesets') as Pick<Parts, 'oas'>;

const spectral = new Spectral();
spectral.setRuleset(oas);

export async function spectralFindings(json: string): Promise<string[]> {
  const found = await spectral.run(json);
  return found.map(({ code, message, path }) => `${code}: ${message} (/${path.join('/')})`);
}
