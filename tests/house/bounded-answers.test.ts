import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';

/**
 * Why each list in an answer has an end, however long a clinic goes on and however big it is: the reason, and the answers, or the lists in them, that it holds for. What is inside
 * a row of a list is of that row. A list that grows with the clinic comes in pages.
 */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'comes in pages': [
    'attendance.findPerson clients',
    'caseload.nothingNeeded clients',
    'caseload.today clients',
    'caseload.search clients',
    'clients.problems duplicates.pairs',
    'clients.problems problems.rows',
    'clients.moreProblems rows',
    'clients.moreDuplicates pairs',
    'clients.search clients',
    'closures.past closures',
    'cohort.people rows',
    'coverage.clients clients',
    'coverage.past rows',
    'drugScreens.labQueue specimens',
    'drugScreens.walkIn clients',
    'groups.ended groups',
    'imports.list imports',
    'imports.missing clients',
    'imports.rows rows',
  ],
  'the first few, with how many there are in all': [
    'caseload.today handedOver',
    'caseload.today readAgain',
    'caseload.today goodNews',
    'caseload.today snoozed',
    'caseload.search handedOver',
    'caseload.search readAgain',
    'caseload.search goodNews',
    'caseload.search snoozed',
    'closures.add left',
    'closures.preview left',
    'imports.undo dependents',
  ],
  'the strongest, whoever else there is': ['clients.duplicates duplicates'],
  'of one client': [
    'adjustments.one',
    'clients.page',
    'clients.record',
    'episodes.ofClient',
    'groups.enroll',
    'reviews.ofClient',
    'safetyConcerns.ofClient',
    'screenPlans.one',
    'screenSlots.sessions',
    'sessions.makeUpOffers',
  ],
  'of two clients': ['clients.compare'],
  'of one session': [
    'attendance.roster',
    'drugScreens.cupLog',
    'sessions.add',
    'sessions.cancel',
    'sessions.restore',
    'sessions.substitute',
    'sessions.move',
  ],
  'of one group': ['groups.one', 'groups.roster', 'groups.addMeeting', 'groups.changeMeeting', 'groups.endMeeting', 'groups.end'],
  'of one file, of which the server takes so many columns': [
    'imports.one columns',
    'imports.one notes',
    'imports.one mapping.answers',
    'imports.one mapping.columns',
    'imports.one mapping.dates',
    'imports.one mapping.words',
    'imports.one suggested',
  ],
  'the rows that were sent, or the first page of them': [
    'attendance.record changed',
    'imports.fix rows',
    'imports.skip rows',
    'imports.keep rows',
  ],
  'of at most six weeks': ['sessions.ofDay sessions'],
  'one for each hour, day or week of a range of at most two years': [
    'cohort.overview measures.answered.trend.weeks',
    'cohort.overview measures.answered.trend.points',
    'cohort.overview measures.answered.trend.signalPeriods',
    'cohort.overview measures.collected.trend.weeks',
    'cohort.overview measures.collected.trend.points',
    'cohort.overview measures.collected.trend.signalPeriods',
    'cohort.overview measures.hours.trend.weeks',
    'cohort.overview measures.hours.trend.points',
    'cohort.overview measures.hours.trend.signalPeriods',
    'cohort.overview measures.unexpected.trend.weeks',
    'cohort.overview measures.unexpected.trend.points',
    'cohort.overview measures.unexpected.trend.signalPeriods',
    'cohort.overview timeToAnswer.points',
    'cohort.overview timeToAnswer.curve',
    'cohort.overview timeToAnswer.openAges',
    'cohort.overview collectedWeeks.weeks',
  ],
  'words of a closed set': [
    'caseload.today counts.byKind',
    'caseload.search counts.byKind',
    'changes.since nouns',
    'clients.problems problems',
    'cohort.overview measures.answered.latest.excluded',
    'cohort.overview measures.answered.latest.separate',
    'cohort.overview measures.collected.latest.excluded',
    'cohort.overview measures.collected.latest.separate',
    'cohort.overview measures.hours.latest.excluded',
    'cohort.overview measures.hours.latest.separate',
    'cohort.overview measures.unexpected.latest.excluded',
    'cohort.overview measures.unexpected.latest.separate',
    'cohort.people tally.excluded',
    'cohort.people tally.separate',
    'imports.list kinds',
    'imports.one kinds',
    'signIn.enter',
    'signIn.me',
    'signIn.unlock',
  ],
  'what an organization was set up with: its programs, sites, groups, staff, panels and sources': [
    'clients.choices',
    'cohort.overview choices.sites',
    'cohort.overview choices.programs',
    'coverage.list staff',
    'coverage.list caseloads',
    'groups.list groups',
    'imports.fix import.changesWaitFor',
    'imports.keep import.changesWaitFor',
    'imports.match changesWaitFor',
    'imports.one import.changesWaitFor',
    'imports.one names',
    'imports.one sources',
    'imports.retry changesWaitFor',
    'imports.skip import.changesWaitFor',
    'imports.start changesWaitFor',
    'imports.undo import.changesWaitFor',
    'imports.upload changesWaitFor',
    'locations.list',
    'medications.map panels',
    'medications.map rules',
  ],
  'what people planned ahead, one by one': ['closures.list closures', 'coverage.list rows'],
  'what directors wrote at the weeks of their own charts, one by one': ['cohort.overview marks'],
  'the names of drugs that no vocabulary knew, each one row however often it comes': [
    'drugScreens.codes open',
    'drugScreens.codes answered',
  ],
  'what waits for the signature of one person, and what they wait for': ['episodes.endingRequests requests'],
  'the last fifty edits': ['medications.map edits'],
};

type Schema = z.core.$ZodType;

/** The schemas right inside another, each with the name of its field; what is not looked into has none. */
function insideOf(schema: Schema): readonly (readonly [string, Schema])[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'union':
      return def.options.map((inner) => ['', inner] as const);
    case 'record':
      return [['', def.valueType]];
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return [['', def.innerType]];
    case 'pipe':
      return [['', def.out]];
    default:
      return [];
  }
}

const elementOf = (schema: Schema): Schema | null => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'array' ? def.element : null;
};

/** An answer of which each row of a list is itself a list that grows. */
const listsOfLists: ReadonlySet<string> = new Set(['clients.problems problems']);

/** The lists of an answer by their names. What is inside a row isn't looked into, but where the rows are lists themselves. */
function listsIn(endpoint: string, schema: Schema, at: readonly string[] = []): string[] {
  const element = elementOf(schema);
  const list = `${endpoint} ${at.join('.')}`.trim();
  if (element !== null) return [list, ...(listsOfLists.has(list) ? listsIn(endpoint, element, at) : [])];
  return insideOf(schema).flatMap(([name, inner]) => listsIn(endpoint, inner, name === '' ? at : [...at, name]));
}

/** Whether an answer says anywhere where its next page begins, or that there is one. */
const saysNext = (schema: Schema): boolean =>
  insideOf(schema).some(([name, inner]) => name === 'next' || name === 'more' || saysNext(inner)) ||
  (elementOf(schema) !== null && saysNext(elementOf(schema) ?? schema));

type Entries = Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;

const answersOf = (entries: Entries) =>
  Object.entries(entries).flatMap(([noun, of]) =>
    Object.entries(of).map(([name, { output }]) => ({ endpoint: `${noun}.${name}`, output })),
  );
const named = (entries: Entries): string[] => [...new Set(answersOf(entries).flatMap(({ endpoint, output }) => listsIn(endpoint, output)))];

const listed = Object.values(reasons).flat();
const isBounded = (list: string): boolean => listed.some((one) => one === list || (!one.includes(' ') && list.startsWith(`${one} `)));

test('every list that is answered has an end, and says which', () => {
  expect(named(contract).length).toBeGreaterThan(100);
  expect(named(contract).filter((list) => !isBounded(list))).toEqual([]);
});

test('nothing is said of a list that isn’t there', () => {
  const lists = named(contract);
  expect(listed.filter((one) => !lists.some((list) => list === one || (!one.includes(' ') && list.startsWith(`${one} `))))).toEqual([]);
  expect(listed.filter((one, at) => listed.indexOf(one) !== at)).toEqual([]);
});

test('what comes in pages says where the next one begins', () => {
  const paged = new Set((reasons['comes in pages'] ?? []).map((list) => list.split(' ')[0]));
  expect(paged.size).toBeGreaterThan(15);
  expect(answersOf(contract).filter(({ endpoint, output }) => paged.has(endpoint) && !saysNext(output))).toEqual([]);
});

test('the guard sees a list that nobody thought of', () => {
  const planted: Endpoint = {
    method: 'GET',
    path: '/planted',
    input: z.strictObject({}),
    output: z.object({ asOf: z.string(), everybody: z.nullable(z.array(z.object({ visits: z.array(z.string()) }))) }),
    refuses: [],
  };
  expect(named({ planted: { all: planted } }).filter((list) => !isBounded(list))).toEqual(['planted.all everybody']);
});
