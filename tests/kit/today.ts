import type { CaseloadPage, CaseloadRow, PersonLine } from '#contract/caseload.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Actor } from '#server/access/actor.ts';
import type { World } from './world.ts';

type Whose = 'me' | 'team';

/** The first page of somebody's Today. */
export async function todayPage(world: World, who: Role | Actor = 'therapist', whose?: Whose): Promise<CaseloadPage> {
  return (await (await world.as(who).get(`/today${whose === undefined ? '' : `?for=${whose}`}`)).json()) as CaseloadPage;
}

/** Everybody who needs something, page after page. */
export async function needingToday(world: World, who: Role | Actor = 'therapist', whose: Whose = 'me'): Promise<readonly CaseloadRow[]> {
  const rows: CaseloadRow[] = [];
  for (let after: string | null = '', page: CaseloadPage; after !== null; after = page.next) {
    page = (await (await world.as(who).get(`/today?for=${whose}${after === '' ? '' : `&after=${after}`}`)).json()) as CaseloadPage;
    if (page.counts.beingWorkedOut > 0) return needingToday(world, who, whose);
    rows.push(...page.clients);
  }
  return rows;
}

/** The first of those who need nothing. */
export async function nothingNeededToday(
  world: World,
  who: Role | Actor = 'therapist',
  whose: Whose = 'me',
): Promise<readonly PersonLine[]> {
  const answer = await world.as(who).post('/today/nothing-needed', { for: whose, text: '' });
  return ((await answer.json()) as { clients: PersonLine[] }).clients;
}
