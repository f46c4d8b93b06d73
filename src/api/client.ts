import type * as z from 'zod/mini';
import { pathFields, pathWith, type Endpoint } from '#contract/endpoint.ts';
import { Problem } from '#contract/refusals.ts';

/** The server said no, or could not be reached ('offline'). `fields` says which fields and how to mend them. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }
}

type Options = {
  readonly signal?: AbortSignal;
  /** Belongs to one form: a repeat with it is stored once. */
  readonly key?: string;
  readonly version?: number;
};

type Call<E> =
  E extends Endpoint<infer Input, infer Output> ? (input: z.input<Input>, options?: Options) => Promise<z.output<Output>> : never;
type Calls<Noun> = { readonly [Name in keyof Noun]: Call<Noun[Name]> };

export const offline: Problem = {
  type: 'urn:cairn:refusal:offline',
  title: 'You’re offline. Nothing was sent.',
  status: 0,
  code: 'offline',
};

async function ask(entry: Endpoint, input: Readonly<Record<string, unknown>>, { signal, key, version }: Options = {}): Promise<unknown> {
  const inPath = pathFields(entry.path);
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  const query =
    entry.method === 'GET' && rest.length > 0
      ? `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString()}`
      : '';
  const headers = {
    ...(entry.method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    ...(entry.idempotent === true ? { 'Idempotency-Key': key ?? crypto.randomUUID() } : {}),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
  const response = await globalThis
    .fetch(`/api${pathWith(entry.path, input)}${query}`, {
      method: entry.method,
      headers,
      ...(signal === undefined ? {} : { signal }),
      ...(entry.method === 'GET' ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
    })
    .catch((error: unknown) => {
      throw signal?.aborted === true ? error : new Refused(offline);
    });
  if (!response.ok) throw new Refused(await problemIn(response));
  return entry.output.parse(await response.json());
}

export async function problemIn(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  return parsed.success
    ? parsed.data
    : { ...offline, status: response.status, code: 'unavailable', title: 'Cairn didn’t answer as it should. Try again in a moment.' };
}

/**
 * The entries of a noun as calls: `drugScreens.record(input, { key })`.
 * One noun a file beside this one, so that a page carries the contract of its own nouns alone.
 */
export const callsOf = <Noun extends Readonly<Record<string, Endpoint>>>(entries: Noun): Calls<Noun> =>
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      (input: Readonly<Record<string, unknown>>, options?: Options) => ask(entry, input, options),
    ]),
  ) as unknown as Calls<Noun>;
