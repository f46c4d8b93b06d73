import type { Migration } from 'kysely/migration';
import * as organizations from './0001-organizations.ts';
import * as clients from './0002-clients.ts';
import * as sessions from './0003-sessions.ts';
import * as drugScreens from './0004-drug-screens.ts';
import * as adjustments from './0005-adjustments.ts';
import * as collections from './0006-collections.ts';
import * as people from './0007-people.ts';
import * as schedule from './0008-schedule.ts';
import * as rosters from './0009-rosters.ts';
import * as imports from './0010-imports.ts';
import * as screenPlans from './0011-screen-plans.ts';
import * as care from './0012-care.ts';
import * as panelExpectations from './0013-panel-expectations.ts';

/** Every migration by its name, in order. A landed one is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-organizations': organizations,
  '0002-clients': clients,
  '0003-sessions': sessions,
  '0004-drug-screens': drugScreens,
  '0005-adjustments': adjustments,
  '0006-collections': collections,
  '0007-people': people,
  '0008-schedule': schedule,
  '0009-rosters': rosters,
  '0010-imports': imports,
  '0011-screen-plans': screenPlans,
  '0012-care': care,
  '0013-panel-expectations': panelExpectations,
};
