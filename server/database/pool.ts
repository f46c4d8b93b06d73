import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { prepareStatements } from './prepared-statements.ts';
import { cutWhenUnresponsive } from './statement-timeout.ts';
import type { AdjustmentTables } from './tables/adjustments.ts';
import type { AttendanceTables } from './tables/attendance.ts';
import type { AuditTables } from './tables/audit.ts';
import type { AuthorizationTables } from './tables/authorizations.ts';
import type { CarePlanTables } from './tables/care-plan.ts';
import type { CaseloadTables } from './tables/caseload.ts';
import type { ClientMergeTables } from './tables/client-merges.ts';
import type { ClientTables } from './tables/clients.ts';
import type { CohortTables } from './tables/cohort.ts';
import type { CoverageTables } from './tables/coverage.ts';
import type { DrugScreenTables } from './tables/drug-screens.ts';
import type { EpisodeTables } from './tables/episodes.ts';
import type { IdentityTables } from './tables/identity.ts';
import type { ImportTables } from './tables/imports.ts';
import type { MedicationTables } from './tables/medications.ts';
import type { OrganizationTables } from './tables/organizations.ts';
import type { ProjectionTables } from './tables/projections.ts';
import type { RequestTables } from './tables/requests.ts';
import type { SafetyTables } from './tables/safety.ts';
import type { SchedulingTables } from './tables/scheduling.ts';
import type { ScreenPlanTables } from './tables/screen-plans.ts';

export type Tables = AdjustmentTables &
  AttendanceTables &
  AuditTables &
  AuthorizationTables &
  CarePlanTables &
  CaseloadTables &
  ClientMergeTables &
  ClientTables &
  CohortTables &
  CoverageTables &
  DrugScreenTables &
  EpisodeTables &
  IdentityTables &
  ImportTables &
  MedicationTables &
  OrganizationTables &
  ProjectionTables &
  RequestTables &
  SafetyTables &
  SchedulingTables &
  ScreenPlanTables;
export type Database = Kysely<Tables>;

const { builtins } = pg.types;

/** How PostgreSQL's text becomes ours: a date stays text, a moment is UTC with milliseconds, whole and decimal numbers are numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, momentOf],
  [builtins.NUMERIC, Number],
  [
    builtins.INT8,
    (text) => {
      const number = Number(text);
      if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be a number here`);
      return number;
    },
  ],
  [1182, (text) => text.slice(1, -1).split(',').filter(Boolean)],
]);

const wholeSecond = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00$/;

/** Most moments are whole seconds in UTC, and a client's page holds thousands: those are only spelled otherwise. */
function momentOf(text: string): string {
  return wholeSecond.test(text) ? `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z` : new Date(text).toISOString();
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
};

export type Address = string | pg.PoolConfig;

/** How long one statement may take, how long a transaction may do nothing, and how long the database may say nothing, in milliseconds. */
export type Limits = { readonly statementMs: number; readonly idleMs: number; readonly unresponsiveMs: number };

/** The server ends each statement itself after five seconds, so one that says nothing for longer than seven is not there any more. */
export const ofRequests: Limits = { statementMs: 5_000, idleMs: 15_000, unresponsiveMs: 7_000 };

/** Somebody waits for a request; nobody does for a change of the schema, which takes as long as the clinic's years of rows. */
const unlimited: Limits = { statementMs: 0, idleMs: 0, unresponsiveMs: 0 };

export const patientPoolAt = (address: Address): pg.Pool => poolAt(address, 1, unlimited);

/** The connections of requests and jobs: what they ask is prepared by name. */
export function poolAt(address: Address, max = 10, limits: Limits = ofRequests): pg.Pool {
  const pool = plainPoolAt(address, max, limits);
  if (process.env['CAIRN_PREPARED'] !== 'off') prepareStatements(pool);
  return pool;
}

/** Connections of a library that sends statements of its own: each is sent as it is, without a name. */
export function plainPoolAt(address: Address, max: number, { statementMs, idleMs, unresponsiveMs }: Limits = ofRequests): pg.Pool {
  const config: pg.PoolConfig = typeof address === 'string' ? { connectionString: address } : address;
  const pool = new pg.Pool({
    ...config,
    types,
    max,
    // An idle connection stays, so that whoever looks before stopping the database sees that it is in use.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 2_000,
    // Compiling a statement that reads a few thousand rows takes longer than reading them.
    options: `-c statement_timeout=${statementMs} -c idle_in_transaction_session_timeout=${idleMs} -c jit=off -c TimeZone=UTC`,
  });
  // A connection lost while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same goes for one lost while a request holds it: the request is told by its own query, and the process goes on.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  if (unresponsiveMs > 0) cutWhenUnresponsive(pool, unresponsiveMs);
  return pool;
}

export const databaseOn = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
