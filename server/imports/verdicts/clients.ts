import type { Problem } from '#domain/imports/problems.ts';
import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { ageOn } from '#domain/episodes/episodes.ts';
import { canBeOnePerson } from '#domain/imports/numbers.ts';
import type { Change, Fields } from '#domain/imports/imports.ts';
import { insertClients } from '#server/clients/clients.store.ts';
import type { Tables } from '#server/database/pool.ts';
import { insertEpisodes } from '#server/episodes/episodes.store.ts';
import { insertLevels } from '#server/episodes/levels.store.ts';
import { insertPrescribedHours } from '#server/episodes/prescribed-hours.store.ts';
import { insertEnrollments } from '#server/scheduling/enrollments.store.ts';
import type { ClientRow } from '../csv/clients.ts';
import type { ParsedRow } from '../csv/rows.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { isProblem, named, programOf } from '../name-lookup.ts';
import { enrollmentProblems, type EnrollmentProblem } from './group-clashes.guards.ts';
import { newEnrollment, type Enrollment } from './enrollments.ts';
import { hoursChange, newHours } from './hours.ts';
import { levelChange, newLevel } from './levels.ts';
import { knownClients, type Known, type KnownClients } from './known-clients.rows.ts';
import { added, changesTo, wrong, type Settle, type Verdict } from './verdict.ts';

type Client = Omit<Insertable<Tables['client']>, 'id'> & { id: string };
type Episode = Insertable<Tables['episode']> & { id: string };
type Made = {
  readonly clients: Client[];
  readonly episodes: Episode[];
  readonly hours: Insertable<Tables['prescribed_hours']>[];
  readonly levels: Insertable<Tables['level_span']>[];
  readonly enrollments: Enrollment[];
};

/** Clients and their episodes. What is there and equal is left. */
export const settleClients: Settle<ClientRow> = async (importContext, batch) => {
  const known = await knownClients(
    importContext,
    batch.map(({ facts }) => facts.chartNumber),
  );
  const made: Made = { clients: [], episodes: [], hours: [], levels: [], enrollments: [] };
  const groupIds = batch.flatMap(({ facts }) => groupNamed(importContext, facts) ?? []);
  const against = await enrollmentProblems(importContext.db, {
    clientIds: groupIds.length === 0 ? [] : [...known.byChart.values()].map(({ client }) => client.id),
    groupIds: [...new Set(groupIds)],
  });
  const verdicts = batch.map((parsed) => settled(importContext, parsed, known, made, against));
  return {
    verdicts,
    write: async () => {
      await insertClients(importContext.db, made.clients);
      await insertEpisodes(importContext.db, made.episodes);
      await insertPrescribedHours(importContext.db, made.hours);
      await insertLevels(importContext.db, made.levels);
      await insertEnrollments(importContext.db, made.enrollments);
    },
  };
};

function settled(
  importContext: ImportContext,
  parsed: ParsedRow<ClientRow>,
  known: KnownClients,
  made: Made,
  against: EnrollmentProblem,
): Verdict {
  const { facts, row, line } = parsed;
  const links = linksOf(importContext, facts);
  if ('column' in links) return wrong(parsed, links.column, links.problem);
  const earlier = known.byChart.get(facts.chartNumber);
  const unknown = earlier === undefined ? known.whyUnknown(facts.chartNumber) : null;
  if (unknown !== null) return wrong(parsed, 'chart_number', unknown);
  const client = earlier?.client ?? {
    organization_id: importContext.organizationId,
    id: randomUUID(),
    ...personal(facts),
    superseded_by: null,
  };
  const episode: Episode = {
    organization_id: importContext.organizationId,
    id: randomUUID(),
    client_id: client.id,
    ...links,
    ...stay(facts),
  };
  const trouble = earlier === undefined ? null : (troubleWith(earlier, facts) ?? movedElsewhere(importContext, earlier, facts, links));
  if (trouble !== null) return wrong(parsed, trouble.column, trouble.problem, client.id);

  const same = earlier?.episodes.find(({ opened_on }) => opened_on === facts.openedOn);
  const changes = earlier === undefined ? [] : changesOf(importContext, facts, earlier, same, links);
  if (changes.length > 0 && same !== undefined) return { row, line, clientId: client.id, is: 'changed', changes };
  if (same !== undefined) return { row, line, clientId: client.id, is: 'here' };

  const hours = newHours(importContext, facts, client.id, earlier?.hours ?? []);
  const level = newLevel(importContext, facts, client.id, episode.id);
  const inGroup = newEnrollment(importContext, facts, client.id, links.group_id);
  const notEnrolled = inGroup === null ? null : against(inGroup);
  if (notEnrolled !== null) return wrong(parsed, 'group', notEnrolled, client.id);
  if (changes.length > 0) {
    const also = [
      ...(hours === null ? [] : [{ table: 'prescribed_hours' as const, insert: { ...hours, version: 1 } }]),
      ...(level === null ? [] : [{ table: 'level_span' as const, insert: { ...level, version: 1 } }]),
      ...(inGroup === null ? [] : [{ table: 'group_enrollment' as const, insert: inGroup }]),
    ];
    return { row, line, clientId: client.id, is: 'changed', changes: [...changes, episodeChange(episode, also)] };
  }

  if (earlier === undefined) made.clients.push(client);
  made.episodes.push(episode);
  if (hours !== null) made.hours.push(hours);
  if (level !== null) made.levels.push(level);
  if (inGroup !== null) made.enrollments.push(inGroup);
  known.byChart.set(facts.chartNumber, {
    client,
    episodes: [...(earlier?.episodes ?? []), episode],
    hours: [...(earlier?.hours ?? []), ...(hours === null ? [] : [hours])],
    levels: earlier?.levels ?? [],
    fresh: true,
  });
  const written = [
    ...(earlier === undefined ? [added('client', client.id, personal(facts))] : []),
    added('episode', episode.id, { ...links, ...stay(facts) }, client.id),
    ...(hours === null ? [] : [added('prescribed_hours', hours.id, { hours_per_week: hours.hours_per_week }, client.id)]),
    ...(level === null ? [] : [added('level_span', level.id, { level: level.level }, client.id)]),
    ...(inGroup === null ? [] : [added('group_enrollment', inGroup.id, {}, client.id)]),
  ];
  return { row, line, clientId: client.id, is: 'fresh', written };
}

const personal = (facts: ClientRow) => ({
  chart_number: facts.chartNumber,
  first_name: facts.firstName,
  last_name: facts.lastName,
  preferred_name: facts.preferredName,
  pronouns: facts.pronouns,
  born_on: facts.bornOn,
});

const stay = (facts: ClientRow) => ({
  opened_on: facts.openedOn,
  admission_source: facts.admissionSource,
  primary_substance: facts.primarySubstance,
  closed_on: facts.closedOn,
  closed_because: facts.closedBecause,
});

type Links = {
  readonly program_id: string;
  readonly site_id: string | null;
  readonly group_id: string | null;
  readonly therapist_id: string | null;
};

function linksOf(importContext: ImportContext, facts: ClientRow): Links | { readonly column: string; readonly problem: Problem } {
  const program = programOf(importContext, facts.program);
  if (isProblem(program)) return { column: 'program', problem: program };
  if (facts.bornOn !== null && ageOn(facts.bornOn, facts.openedOn) < 18 && program.population === 'adult')
    return { column: 'born_on', problem: { code: 'under-age' } };
  const site = named(importContext.sites, facts.site, 'site');
  if (isProblem(site)) return { column: 'site', problem: site };
  const group = named(importContext.groups, facts.group, 'group');
  if (isProblem(group)) return { column: 'group', problem: group };
  const therapist = named(importContext.staff, facts.therapist, 'therapist');
  if (isProblem(therapist)) return { column: 'therapist', problem: therapist };
  return { program_id: program.id, site_id: site?.id ?? null, group_id: group?.id ?? null, therapist_id: therapist?.id ?? null };
}

/** The group that a row would put a client into. */
function groupNamed(importContext: ImportContext, facts: ClientRow): string | null {
  const group = facts.closedOn === null ? named(importContext.groups, facts.group, 'group') : null;
  return group === null || isProblem(group) ? null : group.id;
}

type Trouble = { readonly column: string | null; readonly problem: Problem };

/** Why a row can't be about the client of its number, or its episode can't stand beside the others. */
function troubleWith({ client, episodes }: Known, facts: ClientRow): Trouble | null {
  const stored = { firstName: client.first_name, lastName: client.last_name, bornOn: client.born_on };
  if (!canBeOnePerson(facts, stored)) return { column: 'chart_number', problem: { code: 'another-person' } };
  const same = episodes.find(({ opened_on }) => opened_on === facts.openedOn);
  if (same === undefined) {
    const overlaps = episodes.some(
      ({ opened_on, closed_on = null }) =>
        (closed_on === null || facts.openedOn <= closed_on) && (facts.closedOn === null || opened_on <= facts.closedOn),
    );
    return overlaps ? { column: 'opened_on', problem: { code: 'overlapping-episode' } } : null;
  }
  const ends = ['closed_on', 'closed_because'] as const;
  const { closedOn: closed_on, closedBecause: closed_because } = facts;
  const given = { closed_on, closed_because };
  const unlike = ends.filter((field) => given[field] !== null && given[field] !== (same[field] ?? null));
  return unlike.length > 0 ? { column: 'closed_on', problem: { code: 'ends-otherwise', columns: unlike } } : null;
}

/** Another program or group is a move, with its roster and bookings: it is made in Cairn. */
function movedElsewhere(importContext: ImportContext, { episodes }: Known, facts: ClientRow, links: Links): Trouble | null {
  const same = episodes.find(({ opened_on }) => opened_on === facts.openedOn);
  if (same === undefined) return null;
  if (facts.program !== null && links.program_id !== same.program_id)
    return { column: 'program', problem: elsewhere('program', importContext.programs, same.program_id, links.program_id) };
  if (links.group_id !== null && links.group_id !== (same.group_id ?? null))
    return { column: 'group', problem: elsewhere('group', importContext.groups, same.group_id ?? null, links.group_id) };
  return null;
}

function elsewhere(what: 'program' | 'group', all: ImportContext['sites'], here: string | null, given: string): Problem {
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? '';
  return { code: 'moved', what, here: here === null ? null : nameOf(here), given: nameOf(given) };
}

function changesOf(
  importContext: ImportContext,
  facts: ClientRow,
  { client, hours, levels, fresh }: Known,
  same: Episode | undefined,
  links: Links,
): Change[] {
  const columns = Object.fromEntries(['first_name', 'last_name', 'preferred_name', 'pronouns', 'born_on'].map((name) => [name, name]));
  const own = changesTo(personal(facts), client, { table: 'client', id: client.id, clientId: client.id, columns });
  if (same === undefined) return [...own];
  const given: Fields = { ...links, ...stay(facts) };
  const ofEpisode = changesTo(given, same, {
    table: 'episode',
    id: same.id,
    clientId: client.id,
    columns: {
      site_id: 'site',
      therapist_id: 'therapist',
      admission_source: 'admission_source',
      primary_substance: 'primary_substance',
    },
  });
  const ofHours = fresh ? [] : hoursChange(importContext, facts, client.id, hours);
  const ofLevel = fresh ? [] : levelChange(importContext, facts, same, levels);
  return [...own, ...ofEpisode, ...ofLevel, ...ofHours];
}

const episodeChange = (episode: Episode, also: NonNullable<Change['also']>): Change => ({
  table: 'episode',
  id: episode.id,
  clientId: episode.client_id,
  field: 'opened_on',
  column: 'opened_on',
  from: null,
  to: episode.opened_on,
  setByHand: false,
  insert: { ...episode, version: 1 },
  also,
});
