import type { Actor } from '#server/access/actor.ts';
import { Refusal } from './refusal.ts';

/** The header by which a page says for which member of staff it was drawn. */
const pageOwner = 'x-cairn-person';

/** Who is asking: somebody, somebody whose session is locked, or nobody known. */
export type Visitor =
  | { readonly kind: 'actor'; readonly actor: Actor }
  | { readonly kind: 'locked'; readonly actor: Actor }
  | { readonly kind: 'nobody' };

/** Who signed in, and the cookies to set. */
export type Entry = { readonly actor: Actor; readonly headers: Headers };

/** Signing in and out, and who is asking. Cookies are known here and nowhere else. */
export type Authentication = {
  /** `quiet` asks without keeping the session awake. */
  readonly authenticate: (request: Request, quiet: boolean) => Promise<Visitor>;
  /** Throws a refusal where e-mail and password don't match, or were tried too often. */
  readonly enter: (request: Request, email: string, password: string) => Promise<Entry>;
  readonly lock: (request: Request) => Promise<void>;
  readonly unlock: (request: Request, password: string) => Promise<Actor>;
  readonly leave: (request: Request) => Promise<Headers>;
};

/** Who is asking, or a refusal where nobody is signed in or the session is locked. */
export async function signedIn({ authenticate }: Authentication, request: Request, { quiet }: { quiet: boolean }): Promise<Actor> {
  const visitor = await authenticate(request, quiet);
  if (visitor.kind === 'nobody') throw new Refusal('signed-out');
  if (visitor.kind === 'locked') throw new Refusal('locked');
  return visitor.actor;
}

/** Refuses what comes from a page of somebody else who was signed in at the same browser before: it was not this person who pressed. */
export function refuseOthersPage(request: Request, actor: Actor): void {
  const drawnFor = request.headers.get(pageOwner);
  if (drawnFor !== null && drawnFor !== actor.staffId)
    throw new Refusal('signed-out', 'Somebody else is signed in at this browser now. Nothing was saved.');
}
