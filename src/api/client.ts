import type * as z from 'zod/mini';
import type { Endpoint, InputOf } from '#contract/endpoint.ts';
import { pathFields, pathWith } from '#contract/paths.ts';
import type { Problem } from '#contract/refusals.ts';
import { hearServerTime } from './clock.ts';
import { newKey } from './idempotency-key.ts';
import { ownerHeader, pageOwner } from './page-owner.ts';

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

const offline: Problem = {
  type: 'urn:cairn:refusal:offline',
  title: 'You’re offline. Nothing was sent.',
  status: 0,
  code: 'offline',
};

const changedNouns = new WeakMap<object, readonly string[]>();
const untaken = new Set<object>();

/**
 * The nouns that the server named as changed with this answer, whatever else ends at the same moment. For what isn't an
 * answer as it came (a form's own result, or a refusal that follows a step that was stored), those that nobody has taken yet.
 */
export function takeChangedNouns(result: unknown): readonly string[] {
  const answers = typeof result === 'object' && result !== null && changedNouns.has(result) ? [result] : [...untaken];
  for (const answer of answers) untaken.delete(answer);
  return answers.flatMap((answer) => changedNouns.get(answer) ?? []);
}

type Sent = Omit<RequestInit, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

/** A request as the browser makes it. A connection that is lost refuses as 'offline'; one that the page gave up is an error of its own. */
export async function reach(path: string, request: Sent): Promise<Response> {
  const owner = pageOwner();
  const headers = { ...request.headers, ...(owner === null ? {} : { [ownerHeader]: owner }) };
  return globalThis.fetch(`/api${path}`, { ...request, headers }).catch((error: unknown) => {
    throw request.signal?.aborted === true ? error : new Refused(offline);
  });
}

/** What the server answered, which has held it against the contract; its refusal is thrown. */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Refused(await problemIn(response));
  const answer = (await response.json()) as Answer;
  if (typeof answer === 'object' && answer !== null && 'asOf' in answer) hearServerTime(String(answer.asOf));
  const nouns = response.headers.get('X-Changed')?.split(', ') ?? [];
  if (typeof answer === 'object' && answer !== null) {
    changedNouns.set(answer, nouns);
    if (nouns.length > 0) untaken.add(answer);
  }
  return answer;
}

/** Asks what an entry of the contract is for: `call(clients.page, { clientId }, { signal })`. */
export async function call<Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  entry: Endpoint<Input, Output>,
  input: InputOf<Endpoint<Input, Output>>,
  { signal, key, version }: Options = {},
): Promise<z.output<Output>> {
  const given: Readonly<Record<string, unknown>> = input;
  const inPath = pathFields(entry.path);
  const rest = Object.entries(given).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  const query =
    entry.method === 'GET' && rest.length > 0
      ? `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString()}`
      : '';
  const headers = {
    ...(entry.method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    ...(entry.idempotent === true ? { 'Idempotency-Key': key ?? newKey() } : {}),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
  const response = await reach(`${pathWith(entry.path, given)}${query}`, {
    method: entry.method,
    headers,
    ...(signal === undefined ? {} : { signal }),
    ...(entry.method === 'GET' ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  return answerOf(response);
}

async function problemIn(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => null);
  return isProblem(said)
    ? said
    : { ...offline, status: response.status, code: 'unavailable', title: 'Cairn didn’t answer as it should. Try again in a moment.' };
}

/** Something between a page and its server may answer in words of its own. */
const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string' && 'title' in said;
