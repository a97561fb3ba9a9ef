/** Whose page it is: the account's logo, or its name where there is none, in the bar above every page of it. */
import { type Html, html } from './html.ts';

export interface Brand {
  /** Name of the account. */
  readonly name: string;
  /** `#rrggbb`. Nothing is written on it, so that it may be any. */
  readonly color: string | null;
  /** Path of the logo. */
  readonly logo: string | undefined;
}

export function brandOf({ name, logo }: Brand): Html {
  return logo === undefined
    ? html`<span class="account">${name}</span>`
    : html`<img class="logo" src="${logo}" alt="${name}">`;
}
