import type { CaseloadPage } from '#contract/caseload.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { needKinds } from '#domain/caseload/order.ts';
import { beginsWithOwnClients } from '#server/access/capabilities.ts';
import { waitsForSignature } from '#server/episodes/ending-requests.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { beingWorkedOut, staleLookedFor } from '#server/projections/fresh-answers.ts';
import {
  countsOf,
  staleOf,
  todayPersons,
  type CaseloadRequested,
  type Counted,
  type Part,
  type PersonRow,
  type Whose,
} from './today.rows.ts';
import { loadPersons } from './today-persons.ts';

/** So many who need something are sent at once; the others are asked for. The short lists beside them say how many there are in all. */
const most = { needing: 50, 'handed-over': 20, 'read-again': 20, 'good-news': 6, snoozed: 50 } as const;

/** Whose Today is asked for, what it is filtered by and behind whom it goes on. */
export const caseloadRequested = (
  { actor }: Context,
  whose: Whose | undefined,
  text: string,
  after: string | undefined,
): CaseloadRequested => ({
  whose: whose ?? (beginsWithOwnClients(actor) ? 'me' : 'team'),
  text,
  after: after ?? null,
});

/** One page of those who need something, and with the first one everything else that Today shows. */
export async function caseloadPage(requested: CaseloadRequested, context: Context) {
  const { now, zone, record } = context;
  const stale = beingWorkedOut(context, await staleOf(context, requested.whose, staleLookedFor));
  const counted = await countsOf(context, requested);
  const rows = await record.seen(todayPersons(context, requested, { ...most, needing: most.needing + 1 }));
  const shown = await loadPersons(rows, requested.whose, context);
  const inPart = (part: Part): PersonRow[] => rows.filter((row) => row.part === part);
  const needing = inPart('needing');
  const drawn = needing.slice(0, most.needing);
  return {
    asOf: now,
    today: dayAt(now, zone),
    timeZone: zone,
    whose: requested.whose,
    phases: 4,
    counts: countsIn(counted, stale),
    matching: matchingIn(counted),
    signaturesWait: await waitsForSignature(context.db, context.actor),
    clients: drawn.map(shown.row),
    next: needing.length > most.needing ? (drawn.at(-1)?.client_id ?? null) : null,
    handedOver: inPart('handed-over').map(shown.row),
    readAgain: inPart('read-again').map(shown.readAgain),
    goodNews: inPart('good-news').map(shown.goodNews),
    snoozed: inPart('snoozed').map(shown.snoozed),
  };
}

const sum = (counted: readonly Counted[], of: (one: Counted) => boolean): number =>
  counted.reduce((total, one) => total + (of(one) ? one.clients : 0), 0);

function countsIn(counted: readonly Counted[], stale: number): CaseloadPage['counts'] {
  const inList = (list: Counted['list']) => sum(counted, (one) => one.list === list);
  return {
    clients: sum(counted, () => true),
    needing: inList('needing'),
    byKind: needKinds.flatMap((kind) => {
      const clients = sum(counted, (one) => one.list === 'needing' && one.kind === kind);
      return clients === 0 ? [] : [{ kind, clients }];
    }),
    goodNews: sum(counted, ({ list, has_news }) => list === 'nothing-needed' && has_news),
    snoozed: inList('snoozed'),
    nothingNeeded: inList('nothing-needed'),
    beingWorkedOut: Math.max(stale, inList('being-worked-out')),
  };
}

function matchingIn(counted: readonly Counted[]): CaseloadPage['matching'] {
  const inList = (list: Counted['list']) => sum(counted, (one) => one.matches && one.list === list);
  return {
    needing: inList('needing'),
    goodNews: sum(counted, ({ list, has_news, matches }) => matches && list === 'nothing-needed' && has_news),
    snoozed: inList('snoozed'),
    nothingNeeded: inList('nothing-needed'),
  };
}
