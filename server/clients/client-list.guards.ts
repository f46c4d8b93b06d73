import type { ClientsPageRequested } from '#contract/clients-list.ts';
import type { Actor } from '#server/access/actor.ts';
import { seesCareOfListed } from '#server/access/capabilities.ts';
import { Refusal } from '#server/http/refusal.ts';

/** Who sees the roster alone can't learn how somebody's care goes by what the list is narrowed or ordered by. */
export function refuseCareOfListed(actor: Actor, { task, phase, sort }: Pick<ClientsPageRequested, 'task' | 'phase' | 'sort'>): void {
  if (!seesCareOfListed(actor) && (task !== undefined || phase !== undefined || sort === 'need')) throw new Refusal('not-your-role');
}
