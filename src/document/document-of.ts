/** Merges the base document with an offer: the base document with the overlay applied. `publish` decides which offers become public. */

import { baseDocument } from './base.ts';
import type { Offer } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import { applyOverlay, prune } from './overlay/apply.ts';
import { type Action, introducing, overlayOf } from './overlay/overlay.ts';
import { type Limits, usualLimits } from './words/limits.ts';

/** `more`: actions after those of the offer. */
export function documentOf(
  offer: Offer,
  publicUrl: string,
  limits: Limits = usualLimits,
  more: readonly Action[] = [],
): OpenApiDocument {
  const actions = [...introducing(offer, publicUrl, limits), ...overlayOf(offer, publicUrl), ...more];
  return prune(applyOverlay(baseDocument('leads'), actions));
}

/** The paths and components of a document, including components that nothing refers to. */
export type Interface = Pick<OpenApiDocument, 'paths' | 'components'>;

/** The interface alone, for a document with another introduction. */
export function interfaceOf(offer: Offer, publicUrl: string): Interface {
  return applyOverlay(baseDocument('leads'), overlayOf(offer, publicUrl));
}
