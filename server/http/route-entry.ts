import type { Logger } from 'pino';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Clock } from '#server/clock.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication } from './authentication.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';

/** What every request is answered with. */
export type Server = {
  readonly db: Database;
  readonly clock: Clock;
  readonly authentication: Authentication;
  readonly log: Logger;
  readonly concurrencyLimit: ConcurrencyLimit;
  /** How many milliseconds a request may take in all. */
  readonly longestRequest: number;
};

/** An endpoint of the contract, by its noun and name. */
export type RouteEntry = { readonly noun: string; readonly name: string; readonly entry: Endpoint };
