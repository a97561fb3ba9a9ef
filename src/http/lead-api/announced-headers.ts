/**
 * The headers for an announced change that concerns the request: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and a link to
 * the changelog.
 */
import type { ToCome } from '../../document/offer.ts';
import type { AnyAnswer } from '../../operation/handler.ts';

/** `docsUrl`: the token's documentation page of the campaign. */
export function withNotice(answer: AnyAnswer, { at, announcedAt }: ToCome, docsUrl: string): AnyAnswer {
  const link = `<${docsUrl}/changelog>; rel="deprecation"; type="text/html"`;
  const links = [answer.headers?.Link, link].filter((each) => each !== undefined);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      // A date as a structured field (RFC 9651, 3.3.7).
      Deprecation: `@${Math.floor(Date.parse(announcedAt) / 1_000)}`,
      Sunset: new Date(at).toUTCString(),
      Link: links.join(', '),
    },
  };
}
