/** The public document of what is offered: the base document under its overlay. */
import { applyOverlay } from './apply.ts';
import { baseDocument } from './base.ts';
import { type Limits, usualLimits } from './limits.ts';
import type { Offer } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import { overlayOf } from './overlay.ts';

export function documentOf(offer: Offer, publicUrl: string, limits: Limits = usualLimits): OpenApiDocument {
  return applyOverlay(baseDocument('leads'), overlayOf(offer, publicUrl, limits));
}
