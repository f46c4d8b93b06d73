import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { firstQuestions } from './first-questions.ts';
import { root } from './root-route.ts';

const getParentRoute = () => root;

export const results = createRoute({
  getParentRoute,
  path: '/sessions/$sessionId/results',
  loader: firstQuestions.results,
  component: lazyRouteComponent(() => import('./LogResultsPage.tsx'), 'LogResultsPage'),
});

export const lab = createRoute({
  getParentRoute,
  path: '/lab',
  loader: firstQuestions.lab,
  component: lazyRouteComponent(() => import('./LabPage.tsx'), 'LabPage'),
});

export const expectations = createRoute({
  getParentRoute,
  path: '/expectations',
  loader: firstQuestions.expectations,
  component: lazyRouteComponent(() => import('./ExpectationsPage.tsx'), 'ExpectationsPage'),
});
