/** The parts that all request handlers of one process share: caches, the publisher, the compiled schemas, the usage tally. */
import { type Authenticator, createAuthenticator } from '../access/authenticate.ts';
import { type CursorSeal, createCursorSeal } from '../access/cursor-seal.ts';
import { createRequestLog, type RequestLog } from '../access/request-log.ts';
import { createUsage, type Usage } from '../access/usage.ts';
import { type CampaignCache, createCampaignCache } from '../campaign/cache.ts';
import { createNotifications, type Notifications } from '../database/notifications.ts';
import { type CombinedForm, type Combiner, createCombiner } from '../document/combined.ts';
import { createPublisher, type Publisher, type publish } from '../document/publish.ts';
import type { Limits } from '../document/words/limits.ts';
import { createFeedWaits, type FeedWaits } from '../leads/feed/feed-waits.ts';
import { createShare, type Share } from '../leads/feed/shared-look.ts';
import { createNumbering } from '../leads/store/feed-ends.ts';
import { createTokenGuard } from '../leads/store/guard.ts';
import { createGates, type Gates, type InFlightLimits } from '../limits/in-flight.ts';
import { createLimiter, type Limiter } from '../limits/limiter.ts';
import { type PerMinute, perMinute as usual } from '../limits/per-minute.ts';
import { createShares } from '../limits/shares.ts';
import { type CompiledOperations, createCompiledOperations } from '../validation/compiled.ts';
import { createRateLimits, type RateLimits } from './lead-api/rate-limit.ts';
import { countDropped, measureCompiled } from './process/metrics.ts';
import type { Runtime } from './process/runtime.ts';

export interface Parts {
  readonly authenticator: Authenticator;
  readonly campaigns: CampaignCache;
  readonly publisher: Publisher;
  /** The limits of this installation, as documents and pages state them. */
  readonly documentLimits: Limits;
  readonly combiners: Readonly<Record<CombinedForm, Combiner>>;
  readonly compiled: CompiledOperations;
  readonly cursors: CursorSeal;
  readonly usage: Usage;
  readonly requests: RequestLog;
  readonly limiter: Limiter;
  readonly limits: RateLimits;
  readonly gates: Gates;
  /** Confirms the token of a request that is refused without a campaign. Throws `StaleGrant`. */
  readonly confirmToken: ReturnType<typeof createTokenGuard>;
  /** Held polls of change feeds. */
  readonly waits: FeedWaits;
  readonly share: Share;
  /** Notified with the id of each campaign whose leads have changed. */
  readonly notifications: Notifications;
  readonly number: ReturnType<typeof createNumbering>;
}

/**
 * `make`: the function that makes documents; a test changes its results, and sees that the server refuses accordingly.
 * `perMinute`, `inFlight`: limits in place of the default ones. `lookEvery`: see `createFeedWaits`.
 */
export function createParts(
  { connection, config, secretKeys, metrics, logger }: Runtime,
  {
    make,
    perMinute = usual,
    inFlight,
    lookEvery,
  }: { make?: typeof publish; perMinute?: PerMinute; inFlight?: InFlightLimits; lookEvery?: number } = {},
): Parts {
  const limiter = createLimiter(createShares(connection.db), {
    onFailure: (error) => logger.warn({ err: error }, 'Limits are counted by this process alone for the moment'),
  });
  const gates = createGates(config.databaseConnections, inFlight);
  const documentLimits = { perMinute, inFlight: gates.limits, eventRetentionDays: config.eventRetentionDays };
  const compiled = createCompiledOperations();
  const waits = createFeedWaits(lookEvery);
  measureCompiled(metrics, compiled.statistics);
  return {
    authenticator: createAuthenticator(connection.db),
    campaigns: createCampaignCache(connection.db),
    publisher: createPublisher(config.publicUrl, documentLimits, make),
    documentLimits,
    combiners: { plain: createCombiner(config.publicUrl), '3.0': createCombiner(config.publicUrl, '3.0') },
    compiled,
    cursors: createCursorSeal(secretKeys),
    usage: createUsage(connection.db),
    requests: createRequestLog(connection.db, { onDrop: countDropped(metrics) }),
    limiter,
    limits: createRateLimits(limiter, perMinute),
    gates,
    confirmToken: createTokenGuard(connection.db),
    waits,
    share: createShare(),
    notifications: createNotifications(connection.url, waits.wake),
    number: createNumbering(connection.db),
  };
}
