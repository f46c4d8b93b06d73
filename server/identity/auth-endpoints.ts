import { contract } from '#contract/index.ts';
import type { Me } from '#contract/identity.ts';
import { instantOf } from '#domain/calendar/calendar.ts';
import { permissionsOf } from '#server/access/capabilities.ts';
import { acceptLink, linkShown } from './accept-link.ts';
import { idleMinutes } from './idle-lock.ts';
import type { RouteEntry, Server } from '#server/http/route-entry.ts';
import { recordSystemEvent } from '#server/http/audit-trail.ts';
import { signedIn } from '#server/http/authentication.ts';
import { inputOf } from '#server/http/request-input.ts';
import type { Actor } from '#server/access/actor.ts';
import { Refusal } from '#server/http/refusal.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';

const { accept, enter, link, unlock } = contract.signIn;

/** Signing in, locking and leaving: the requests that are answered before anyone is known. */
export async function answerAuthEndpoint(server: Server, { name, entry }: RouteEntry, request: Request): Promise<Response> {
  const { db, authentication, clock } = server;
  const input = await inputOf(entry, request, {});
  switch (name) {
    case 'enter': {
      const { email, password } = enter.input.parse(input);
      const { actor, headers } = await authentication.enter(request, email, password);
      return Response.json(await meOf(server, actor, 'enter'), { headers });
    }
    case 'unlock': {
      const actor = await authentication.unlock(request, unlock.input.parse(input).password);
      return Response.json(await meOf(server, actor, 'unlock'));
    }
    case 'link':
      return Response.json(await linkShown(db, link.input.parse(input).token, instantOf(clock())));
    case 'accept':
      return Response.json(await acceptLink(db, accept.input.parse(input), instantOf(clock())));
    case 'lock':
      await authentication.lock(request);
      return Response.json({});
    case 'leave':
      return Response.json({}, { headers: await authentication.leave(request) });
    case 'me':
      return Response.json(await meOf(server, await signedIn(authentication, request, { quiet: false }), 'me'));
    default:
      throw new Refusal('not-found');
  }
}

/** Who is signed in. Names no client; coming in is written down as an event of the system. */
function meOf({ db, clock }: Pick<Server, 'db' | 'clock'>, actor: Actor, step: 'enter' | 'unlock' | 'me'): Promise<Me> {
  const asOf = instantOf(clock());
  return withTenant(db, actor.organizationId, asOf, async (inside) => {
    const organization = await inside.selectFrom('organization').select(['name', 'time_zone', 'synthetic']).executeTakeFirstOrThrow();
    await recordSystemEvent(inside, { organizationId: actor.organizationId, action: `signIn.${step}`, by: actor, changed: null });
    return {
      asOf,
      staffId: actor.staffId,
      name: actor.name,
      role: actor.role,
      ...permissionsOf(actor.role),
      organization: { name: organization.name, timeZone: organization.time_zone, synthetic: organization.synthetic },
      idleMinutes,
    };
  });
}
