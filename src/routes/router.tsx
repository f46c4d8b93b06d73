import type { QueryClient } from '@tanstack/react-query';
import { createBrowserHistory, createRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router';
import { firstQuestions } from './first-questions.ts';
import { PageFault } from './PageFault.tsx';
import { PageMissing } from './PageMissing.tsx';
import { root } from './root-route.ts';
import { expectations, lab, results } from './screen-routes.ts';
import { aDay, clientsSearch, cohortSearch, text, type CohortSearch, type Search } from './searches.ts';

const getParentRoute = () => root;

const signInRoute = createRoute({ getParentRoute, path: '/', component: () => null });
const welcome = createRoute({
  getParentRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
});

const setUp = createRoute({
  getParentRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
});

const today = createRoute({
  getParentRoute,
  path: '/today',
  validateSearch: (search: Search): { for?: 'me' | 'team' } =>
    search['for'] === 'me' || search['for'] === 'team' ? { for: search['for'] } : {},
  loaderDeps: ({ search }) => search,
  loader: firstQuestions.today,
  component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
});

const clients = createRoute({
  getParentRoute,
  path: '/clients',
  validateSearch: clientsSearch,
  loaderDeps: ({ search }) => search,
  loader: firstQuestions.clients,
  component: lazyRouteComponent(() => import('./ClientsPage.tsx'), 'ClientsPage'),
});

const newClient = createRoute({
  getParentRoute,
  path: '/clients/new',
  loader: firstQuestions.newClient,
  component: lazyRouteComponent(() => import('./AddClientPage.tsx'), 'AddClientPage'),
});

const clientProblems = createRoute({
  getParentRoute,
  path: '/clients/problems',
  loader: firstQuestions.clientProblems,
  component: lazyRouteComponent(() => import('./ClientProblemsPage.tsx'), 'ClientProblemsPage'),
});

const mergeCharts = createRoute({
  getParentRoute,
  path: '/clients/$clientId/merge',
  validateSearch: (search: Search): { other?: string } => (typeof search['other'] === 'string' ? { other: search['other'] } : {}),
  loaderDeps: ({ search }) => search,
  loader: firstQuestions.mergeCharts,
  component: lazyRouteComponent(() => import('./MergePage.tsx'), 'MergePage'),
});

const client = createRoute({
  getParentRoute,
  path: '/clients/$clientId',
  validateSearch: (search: Search): { from?: string; to?: string } => {
    const [from, to] = [aDay(search, 'from'), aDay(search, 'to')];
    return from !== undefined && to !== undefined && from <= to ? { from, to } : {};
  },
  loader: firstQuestions.client,
  component: lazyRouteComponent(() => import('./ClientPage.tsx'), 'ClientPage'),
});

const record = createRoute({
  getParentRoute,
  path: '/clients/$clientId/record',
  loader: firstQuestions.record,
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
});

const adjustment = createRoute({
  getParentRoute,
  path: '/clients/$clientId/adjustments/$adjustmentId',
  loader: firstQuestions.adjustment,
  component: lazyRouteComponent(() => import('./AdjustmentPage.tsx'), 'AdjustmentPage'),
});

const sessions = createRoute({
  getParentRoute,
  path: '/sessions',
  validateSearch: (search: Search): { date?: string; view?: 'week'; program?: string; site?: string } => {
    const given = { date: aDay(search, 'date'), program: text(search, 'program'), site: text(search, 'site') };
    const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return search['view'] === 'week' ? { ...kept, view: 'week' } : kept;
  },
  loaderDeps: ({ search }) => search,
  loader: firstQuestions.sessions,
  component: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
});

const groups = createRoute({
  getParentRoute,
  path: '/sessions/groups',
  loader: firstQuestions.groups,
  component: lazyRouteComponent(() => import('./GroupsPage.tsx'), 'GroupsPage'),
});

const group = createRoute({
  getParentRoute,
  path: '/sessions/groups/$groupId',
  loader: firstQuestions.group,
  component: lazyRouteComponent(() => import('./GroupPage.tsx'), 'GroupPage'),
});

const closures = createRoute({
  getParentRoute,
  path: '/sessions/closures',
  loader: firstQuestions.closures,
  component: lazyRouteComponent(() => import('./ClosuresPage.tsx'), 'ClosuresPage'),
});

const attendance = createRoute({
  getParentRoute,
  path: '/sessions/$sessionId/attendance',
  loader: firstQuestions.attendance,
  component: lazyRouteComponent(() => import('./AttendancePage.tsx'), 'AttendancePage'),
});

const cohort = createRoute({
  getParentRoute,
  path: '/cohort',
  validateSearch: cohortSearch,
  loaderDeps: ({ search }) => search,
  loader: firstQuestions.cohort,
  component: lazyRouteComponent(() => import('./CohortPage.tsx'), 'CohortPage'),
});

const coverage = createRoute({
  getParentRoute,
  path: '/coverage',
  loader: firstQuestions.coverage,
  component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
});

const cohortPeople = createRoute({
  getParentRoute,
  path: '/cohort/$measure/people',
  validateSearch: (search: Search): CohortSearch & { counted?: string; sort?: string } => {
    const [counted, sort] = [text(search, 'counted'), text(search, 'sort')];
    return { ...cohortSearch(search), ...(counted === undefined ? {} : { counted }), ...(sort === undefined ? {} : { sort }) };
  },
  loaderDeps: ({ search }) => search,
  loader: firstQuestions.cohortPeople,
  component: lazyRouteComponent(() => import('./CohortPeoplePage.tsx'), 'CohortPeoplePage'),
});

const imports = createRoute({
  getParentRoute,
  path: '/imports',
  loader: firstQuestions.imports,
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./NewImportPage.tsx'), 'NewImportPage'),
});

const oneImport = createRoute({
  getParentRoute,
  path: '/imports/$importId',
  loader: firstQuestions.oneImport,
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
});

const routes = root.addChildren([
  signInRoute,
  setUp,
  welcome,
  today,
  clients,
  newClient,
  clientProblems,
  mergeCharts,
  client,
  record,
  adjustment,
  sessions,
  groups,
  group,
  closures,
  results,
  lab,
  attendance,
  cohort,
  cohortPeople,
  imports,
  newImport,
  oneImport,
  coverage,
  expectations,
]);

/** The app's addresses. A test brings a history of its own; in the browser it is the address bar. */
export const routerWith = (cache: QueryClient, history: RouterHistory = createBrowserHistory()) =>
  createRouter({
    routeTree: routes,
    history,
    context: { cache },
    // What an address asks for and no page knows is dropped from it: a page reads only what was validated.
    search: { strict: true },
    // What is typed on a page belongs to what its address names: another client's page begins anew.
    defaultRemountDeps: ({ params }) => params,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: PageMissing,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerWith>;
  }
}
