/**
 * The background work of a serving process. It makes announced changes when their time has come, fills new key columns and
 * match keys, numbers events that nobody reads, drops old events, erases deleted campaigns, forgets unused claims, deletes
 * old repeats, requests, limits and sessions. One process of all does this, the one that holds the lease, so that its cost does not
 * grow with their number; two that do it at once do no harm. Each process writes the usage and requests of the tokens that it served.
 */
import { forgetRequests } from '../../access/request-log.ts';
import { forgetSessions } from '../../access/sessions.ts';
import { createNoteDocuments } from '../../changelog/note-documents.ts';
import { seekLease } from '../../database/lease.ts';
import { eraseDeletedCampaigns } from '../../leads/store/campaign-wide/erase-campaign.ts';
import { fillKeyColumns, fillMatchKeys } from '../../leads/store/campaign-wide/fill-keys.ts';
import { forgetClaims } from '../../leads/store/claim.ts';
import { dropOldEvents, numberIdleCampaigns } from '../../leads/store/feed-ends.ts';
import { forgetRepeats } from '../../leads/store/repeats/kept-answers.ts';
import { pruneLimits } from '../../limits/shares.ts';
import { takeEffect } from '../../manage/changes/take-effect.ts';
import { leadsOfMember } from '../../manage/leads-of-member.ts';
import type { Parts } from '../parts.ts';
import type { Runtime } from './runtime.ts';

interface Job {
  readonly name: string;
  /** The log level of a run that had work to do. */
  readonly level: 'info' | 'debug';
  /** Milliseconds from the end of one run to the next. */
  readonly every: number;
  run(isStopping: () => boolean): Promise<number>;
}

export interface Background {
  stop(): Promise<void>;
}

export function startBackground(
  { connection: { db }, config, logger }: Runtime,
  { usage, requests, limiter }: Pick<Parts, 'usage' | 'requests' | 'limiter'>,
): Background {
  const { publicUrl } = config;
  const effects = { db, leads: leadsOfMember(db), noteDocuments: createNoteDocuments(), publicUrl };
  const jobs: readonly Job[] = [
    // A new filterable field uses its column after about this time, plus the time to fill the column.
    { name: 'fill key columns', level: 'info', every: 1_000, run: (isStopping) => fillKeyColumns(db, isStopping) },
    {
      name: 'fill keys of duplicates',
      level: 'info',
      every: 1_000,
      run: (isStopping) => fillMatchKeys(db, isStopping),
    },
    {
      name: 'make announced changes',
      level: 'info',
      every: 1_000,
      run: (isStopping) => takeEffect(effects, isStopping),
    },
    {
      name: 'erase deleted campaigns',
      level: 'info',
      every: 5_000,
      run: (isStopping) => eraseDeletedCampaigns(db, isStopping),
    },
    { name: 'forget claims', level: 'debug', every: 60_000, run: (isStopping) => forgetClaims(db, isStopping) },
    { name: 'forget old repeats', level: 'debug', every: 10_000, run: (isStopping) => forgetRepeats(db, isStopping) },
    { name: 'forget old requests', level: 'debug', every: 60_000, run: (isStopping) => forgetRequests(db, isStopping) },
    { name: 'forget old limits', level: 'debug', every: 60_000, run: () => pruneLimits(db) },
    { name: 'forget sessions', level: 'debug', every: 60_000, run: () => forgetSessions(db) },
    { name: 'number events', level: 'debug', every: 5_000, run: (isStopping) => numberIdleCampaigns(db, isStopping) },
    {
      name: 'drop old events',
      level: 'info',
      every: 60_000,
      run: (isStopping) => dropOldEvents(db, config.eventRetentionDays, isStopping),
    },
  ];
  let stopping = false;
  const lease = seekLease(db, { name: 'background' });
  const isStopping = () => stopping || !lease.holds();
  const running = jobs.map((job) => repeat(job));

  function repeat({ name, level, every, run }: Job) {
    let timer: NodeJS.Timeout;
    let turn: Promise<void> = Promise.resolve();
    const once = async () => {
      try {
        const done = lease.holds() ? await run(isStopping) : 0;
        if (done > 0) logger[level]({ done }, `background: ${name}`);
      } catch (error) {
        // The database may be away: the next turn tries again.
        logger.debug({ err: error }, `background: could not ${name}`);
      }
      if (!stopping) schedule();
    };
    const schedule = () => {
      timer = setTimeout(() => {
        turn = once();
      }, every);
      timer.unref();
    };
    schedule();
    return async () => {
      clearTimeout(timer);
      await turn;
    };
  }

  return {
    async stop() {
      stopping = true;
      await Promise.all(running.map((end) => end()));
      await lease.stop();
      await usage.stop();
      await requests.stop();
      await limiter.stop();
    },
  };
}
