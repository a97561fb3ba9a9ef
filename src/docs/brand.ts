/** The account's logo, or its name if it has no logo, for the bar at the top of its pages. */
import { type Html, html } from './html.ts';

export interface Brand {
  /** Name of the account. */
  readonly name: string;
  /** `#rrggbb`. No text is written on it, so any colour is readable. */
  readonly color: string | null;
  /** Path of the logo. */
  readonly logo: string | undefined;
}

export function brandOf({ name, logo }: Brand): Html {
  return logo === undefined
    ? html`<span class="account">${name}</span>`
    : html`<img class="logo" src="${logo}" alt="${name}">`;
}
