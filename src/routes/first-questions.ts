import type { QueryClient } from '@tanstack/react-query';
import { dayFrom } from '#domain/calendar/calendar.ts';
import type { ClientsSearch, CohortSearch } from './searches.ts';

type Entered = { readonly cause: 'preload' | 'enter' | 'stay'; readonly context: { readonly cache: QueryClient } };
type Of<Params> = { readonly params: Params };
type With<Search> = { readonly deps: Search };

/** A page's question goes out while the page itself is on its way. Pointing at a link asks nothing: a look is written down. */
const onEntering =
  <At>(ask: (cache: QueryClient, at: At) => Promise<unknown>) =>
  (at: At & Entered): void => {
    if (at.cause === 'enter') void ask(at.context.cache, at);
  };

/** What each page asks first, for its route to ask: the very questions that the page asks, so that it finds their answers. */
export const firstQuestions = {
  today: onEntering<With<{ for?: 'me' | 'team' }>>(async (cache, { deps }) => {
    const { caseload } = await import('#features/caseload/caseload.queries.ts');
    await cache.prefetchInfiniteQuery(caseload.today({ whose: deps.for, text: '' }));
  }),
  clients: onEntering<With<ClientsSearch>>(async (cache, { deps }) => {
    const { clients } = await import('#features/clients/clients.queries.ts');
    await Promise.all([cache.prefetchInfiniteQuery(clients.list(deps)), cache.prefetchQuery(clients.listCount(deps))]);
  }),
  newClient: onEntering(async (cache) => {
    const { clients } = await import('#features/clients/clients.queries.ts');
    await cache.prefetchQuery(clients.choices());
  }),
  clientProblems: onEntering(async (cache) => {
    const { clients } = await import('#features/clients/clients.queries.ts');
    await cache.prefetchQuery(clients.problems());
  }),
  mergeCharts: onEntering<Of<{ clientId: string }> & With<{ other?: string }>>(async (cache, { params, deps }) => {
    if (deps.other === undefined) return;
    const { clients } = await import('#features/clients/clients.queries.ts');
    await cache.prefetchQuery(clients.compared(params.clientId, deps.other));
  }),
  client: onEntering<Of<{ clientId: string }>>(async (cache, { params }) => {
    const { clients } = await import('#features/clients/clients.queries.ts');
    await cache.prefetchQuery(clients.page(params.clientId));
  }),
  record: onEntering<Of<{ clientId: string }>>(async (cache, { params }) => {
    const { clientRecords } = await import('#features/clients/client-records.queries.ts');
    await cache.prefetchQuery(clientRecords.one(params.clientId));
  }),
  adjustment: onEntering<Of<{ clientId: string; adjustmentId: string }>>(async (cache, { params }) => {
    const { adjustments } = await import('#features/adjustments/adjustments.queries.ts');
    await cache.prefetchQuery(adjustments.one(params.clientId, params.adjustmentId));
  }),
  sessions: onEntering<With<{ date?: string; view?: 'week'; program?: string; site?: string }>>(async (cache, { deps }) => {
    const on = dayFrom(deps.date ?? '');
    // The week that today is in is the clinic's to say.
    if (deps.view === 'week' && on === null) return;
    const { sessions } = await import('#features/scheduling/sessions.queries.ts');
    const shown = { on, week: deps.view === 'week', program: deps.program ?? null, site: deps.site ?? null };
    await cache.prefetchQuery(sessions.shown(shown, null));
  }),
  groups: onEntering(async (cache) => {
    const { schedule } = await import('#features/scheduling/schedule.queries.ts');
    await cache.prefetchQuery(schedule.groups());
  }),
  group: onEntering<Of<{ groupId: string }>>(async (cache, { params }) => {
    const { schedule } = await import('#features/scheduling/schedule.queries.ts');
    await Promise.all([cache.prefetchQuery(schedule.group(params.groupId)), cache.prefetchQuery(schedule.roster(params.groupId))]);
  }),
  closures: onEntering(async (cache) => {
    const { schedule } = await import('#features/scheduling/schedule.queries.ts');
    await cache.prefetchQuery(schedule.closures());
  }),
  results: onEntering<Of<{ sessionId: string }>>(async (cache, { params }) => {
    const { drugScreens } = await import('#features/drug-screens/drug-screens.queries.ts');
    await cache.prefetchQuery(drugScreens.cupLog(params.sessionId));
  }),
  lab: onEntering(async (cache) => {
    const { drugScreens } = await import('#features/drug-screens/drug-screens.queries.ts');
    await cache.prefetchInfiniteQuery(drugScreens.labQueue('sent'));
  }),
  attendance: onEntering<Of<{ sessionId: string }>>(async (cache, { params }) => {
    const { attendance } = await import('#features/attendance/attendance.queries.ts');
    await cache.prefetchQuery(attendance.roster(params.sessionId));
  }),
  cohort: onEntering<With<CohortSearch>>(async (cache, { deps }) => {
    const { cohort } = await import('#features/cohort/cohort.queries.ts');
    await cache.prefetchQuery(cohort.overview(deps));
  }),
  cohortPeople: onEntering<Of<{ measure: string }> & With<CohortSearch & { counted?: string; sort?: string }>>(
    async (cache, { params, deps: { counted, sort, ...filter } }) => {
      const [{ cohort }, { countedParts }, { measureKinds }, { sortIn }] = await Promise.all([
        import('#features/cohort/cohort.queries.ts'),
        import('#contract/cohort.ts'),
        import('#domain/cohort/measures.ts'),
        import('#domain/cohort/people-sort.ts'),
      ]);
      const measure = measureKinds.find((kind) => kind === params.measure);
      if (measure === undefined) return;
      await cache.prefetchInfiniteQuery(
        cohort.people(measure, filter, countedParts.find((known) => known === counted) ?? 'counted', sortIn(sort)),
      );
    },
  ),
  imports: onEntering(async (cache) => {
    const { imports } = await import('#features/imports/imports.queries.ts');
    await cache.prefetchInfiniteQuery(imports.list());
  }),
  oneImport: onEntering<Of<{ importId: string }>>(async (cache, { params }) => {
    const { imports } = await import('#features/imports/imports.queries.ts');
    await cache.prefetchQuery(imports.one(params.importId));
  }),
  coverage: onEntering(async (cache) => {
    const { coverage } = await import('#features/coverage/coverage.queries.ts');
    await cache.prefetchQuery(coverage.list());
  }),
  expectations: onEntering(async (cache) => {
    const { expectations } = await import('#features/medications/expectations.queries.ts');
    await cache.prefetchQuery(expectations.map());
  }),
};
