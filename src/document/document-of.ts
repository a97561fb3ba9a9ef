/** The public document of what is offered: the base document under its overlay. */

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

/** What a document says of the interface; of its components, also those that nothing refers to. */
export type Interface = Pick<OpenApiDocument, 'paths' | 'components'>;

/** That alone, for a document that introduces itself in another way. */
export function interfaceOf(offer: Offer, publicUrl: string): Interface {
  return applyOverlay(baseDocument('leads'), overlayOf(offer, publicUrl));
}
