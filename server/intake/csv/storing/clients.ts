import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { ageOn } from '#domain/episodes.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import type { ClientRow } from '../clients.ts';
import type { CellProblem } from '../problems.ts';
import { misfits } from '../row-words.ts';
import { isProblem, misfit, named, programOf, type Desk, type Misfit, type Store } from './desk.ts';
import { insertRows } from './insert-rows.ts';
import { differences } from './stored-clients.ts';

type Client = Omit<Insertable<Tables['client']>, 'id'> & { id: string };
type Episode = Insertable<Tables['episode']>;
type Known = { readonly client: Client; readonly episodes: Episode[] };

/** Stores clients and their episodes. What is there and equal is left; what is there and different is refused, never overwritten. */
export const storeClients: Store<ClientRow> = async (desk, batch) => {
  const known = await knownClients(
    desk.db,
    batch.map(({ facts }) => facts.chartNumber),
  );
  const clients: Client[] = [];
  const episodes: Episode[] = [];
  const wrong: Misfit[] = [];
  let here = 0;
  for (const place of batch) {
    const { facts } = place;
    const links = linksOf(desk, facts);
    if ('column' in links) {
      wrong.push(misfit(place, links.column, links.problem));
      continue;
    }
    const earlier = known.get(facts.chartNumber);
    const client = earlier?.client ?? { organization_id: desk.organizationId, id: randomUUID(), ...personal(facts), superseded_by: null };
    const episode: Episode = { organization_id: desk.organizationId, client_id: client.id, ...links, ...stay(facts) };
    const problem = earlier === undefined ? null : against(earlier, facts, episode);
    if (problem === 'here') here += 1;
    else if (problem !== null) wrong.push(misfit(place, null, problem));
    else {
      if (earlier === undefined) clients.push(client);
      known.set(facts.chartNumber, { client, episodes: [...(earlier?.episodes ?? []), episode] });
      episodes.push(episode);
    }
  }
  await insertRows(desk.db, 'client', clients);
  await insertRows(desk.db, 'episode', episodes);
  return { added: episodes.length, here, misfits: wrong, clientIds: episodes.map(({ client_id }) => client_id) };
};

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

function linksOf(desk: Desk, facts: ClientRow): Links | { readonly column: string; readonly problem: CellProblem } {
  const program = programOf(desk, facts.program);
  if (isProblem(program)) return { column: 'program', problem: program };
  if (facts.bornOn !== null && ageOn(facts.bornOn, facts.openedOn) < 18 && program.population === 'adult')
    return { column: 'born_on', problem: misfits.underAge };
  const site = named(desk.sites, facts.site, 'site');
  if (isProblem(site)) return { column: 'site', problem: site };
  const group = named(desk.groups, facts.group, 'group');
  if (isProblem(group)) return { column: 'group', problem: group };
  const therapist = named(desk.staff, facts.therapist, 'therapist');
  if (isProblem(therapist)) return { column: 'therapist', problem: therapist };
  return { program_id: program.id, site_id: site?.id ?? null, group_id: group?.id ?? null, therapist_id: therapist?.id ?? null };
}

/** How a row stands to what is stored of its client: here already, something wrong, or null where its episode is new. */
function against({ client, episodes }: Known, facts: ClientRow, episode: Episode): 'here' | CellProblem | null {
  const changed = differences(personal(facts), client);
  if (changed.length > 0) return misfits.differs(changed);
  const same = episodes.find(({ opened_on }) => opened_on === facts.openedOn);
  if (same !== undefined) {
    const unlike = differences(episode, same);
    return unlike.length > 0 ? misfits.differs(unlike) : 'here';
  }
  const overlaps = episodes.some(
    ({ opened_on, closed_on = null }) =>
      (closed_on === null || facts.openedOn <= closed_on) && (facts.closedOn === null || opened_on <= facts.closedOn),
  );
  return overlaps ? misfits.otherEpisode : null;
}

async function knownClients(db: Database, charts: readonly string[]): Promise<Map<string, Known>> {
  const found = await db
    .selectFrom('client')
    .selectAll()
    .where('chart_number', 'in', [...charts])
    .execute();
  const episodes =
    found.length === 0
      ? []
      : await db
          .selectFrom('episode')
          .selectAll()
          .where(
            'client_id',
            'in',
            found.map(({ id }) => id),
          )
          .execute();
  return new Map(
    found.map((client) => [client.chart_number, { client, episodes: episodes.filter(({ client_id }) => client_id === client.id) }]),
  );
}
