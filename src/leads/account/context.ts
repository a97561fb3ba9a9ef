/** Everything that a handler of `openapi/account.yaml` is given: the token, the campaigns that it reaches, and their documents. */
import type { Grant } from '../../access/grant.ts';
import type { PresentedToken } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { Combined, CombinedForm } from '../../document/combined.ts';
import type { Publisher } from '../../document/publish.ts';

export interface AccountContext {
  readonly token: PresentedToken;
  /** The campaigns that the token reaches, sorted by name. */
  readonly campaigns: () => Promise<readonly Pick<Campaign, 'slug' | 'name'>[]>;
  /** A campaign as this process last read it, whether the token reaches it or not. */
  readonly campaign: (by: { readonly slug: string } | { readonly id: string }) => Promise<Campaign | undefined>;
  /** Runs the guard: it fails if the campaign or the token has changed since. */
  readonly confirm: (grant: Grant) => Promise<void>;
  readonly publisher: Publisher;
  /** The combined document of all campaigns that the token reaches, in one of its forms. */
  readonly combined: (form: CombinedForm) => Promise<Combined & { readonly revision: number }>;
  readonly docsUrl: (slug: string) => string;
}
