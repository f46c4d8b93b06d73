import type { Actor } from './endpoint-handler.ts';

/** Who stands at the door: somebody, somebody whose session is locked, or nobody known. */
export type Visitor =
  | { readonly kind: 'actor'; readonly actor: Actor }
  | { readonly kind: 'locked'; readonly actor: Actor }
  | { readonly kind: 'nobody' };

/** Answers of the door carry the cookies to set. */
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
