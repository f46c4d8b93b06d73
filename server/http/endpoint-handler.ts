import type * as z from 'zod/mini';
import type { Contract } from '#contract/index.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Instant, OpenDays, Zone } from '#domain/calendar/calendar.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Clock } from '#server/clock.ts';
import type { Recorder } from './audit-trail.ts';
import type { Database } from '#server/database/pool.ts';

/** What a command or a query works with. `db` is the request's own transaction, within its organization's rows. */
export type Context = {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: Instant;
  readonly zone: Zone;
  readonly settings: ProgramSettings;
  readonly open: OpenDays;
  /** The version that the caller saw, from If-Match. Present on versioned endpoints. */
  readonly version: number | null;
  /** The body of a request that carries a file. */
  readonly file: Uint8Array | null;
  /** Begins work once the answer is stored, outside the request's transaction. */
  readonly afterwards: (work: Afterwards) => void;
  readonly record: Recorder;
  /** Whether stored answers that this request found old were worked out, and it is asked for the second time. */
  readonly renewed: boolean;
};

export type Afterwards = (server: { readonly db: Database; readonly clock: Clock }) => Promise<void>;

/** What a procedure may answer with: the contract's shape, with lists and facts that nobody can change. */
type Given<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : { readonly [Key in keyof T]: Given<T[Key]> };

export type Procedure<E> =
  E extends Endpoint<infer Input, infer Output> ? (input: z.output<Input>, context: Context) => Promise<Given<z.input<Output>>> : never;

/** One function for each entry of a noun's contract. */
export type ProceduresOf<Noun> = { readonly [Name in keyof Noun]: Procedure<Noun[Name]> };

/** The nouns answered by procedures. Signing in is answered before anybody is known. */
export type Procedures = { readonly [Noun in Exclude<keyof Contract, 'signIn'>]: ProceduresOf<Contract[Noun]> };
