import * as z from 'zod/mini';
import type { Endpoint } from '#contract/endpoint.ts';
import { fieldsHeader, pathFields } from '#contract/paths.ts';
import { inputProblemWords } from './input-problem-words.ts';
import { unstorableIn } from './unstorable-text.ts';
import { Refusal, refuseField } from './refusal.ts';

/** The endpoint's input, gathered from path, query and body, or a refusal that names each field and its fix. What an address can't mean is not found. */
export async function inputOf(entry: Endpoint, request: Request, params: Readonly<Record<string, string>>): Promise<unknown> {
  const rest = entry.method === 'GET' ? queryOf(request) : entry.raw === undefined ? await bodyOf(request) : fieldsOf(request);
  const inPath = pathFields(entry.path);
  const twice = Object.keys(rest).find((field) => inPath.includes(field));
  if (twice !== undefined)
    throw new Refusal('input-invalid', undefined, [{ field: twice, message: 'This is in the address already. Leave it out of the body.' }]);
  const unstorable = unstorableIn(rest);
  if (unstorable !== null) throw refuseField(unstorable.at.join('.'), unstorable.message);
  const parsed = z.safeParse(entry.input, { ...rest, ...params }, { error: inputProblemWords });
  if (parsed.success) {
    const inAddress = unstorableIn(params);
    if (inAddress !== null) throw refuseField(inAddress.at.join('.'), inAddress.message);
    return parsed.data;
  }
  const problems = parsed.error.issues.flatMap(problemsIn);
  // An address whose id can't be one names nothing: no form has a field that could be mended.
  const nowhere = problems.every(({ field }) => field.endsWith('Id') && inPath.includes(field));
  if (!nowhere) throw new Refusal('input-invalid', undefined, problems);
  throw new Refusal('not-found', inPath.includes('clientId') ? 'There is no page or client at this address.' : undefined, problems);
}

function problemsIn(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...at, key].join('.'), message: 'There is no such field. Leave it out.' }));
  return [{ field: at.join('.') || 'body', message: issue.message }];
}

function queryOf(request: Request): Record<string, unknown> {
  const query = [...new URL(request.url).searchParams];
  const repeated = query.find(([name], index) => query.findIndex(([other]) => other === name) !== index);
  if (repeated !== undefined) throw new Refusal('input-invalid', undefined, [{ field: repeated[0], message: 'Give this once.' }]);
  return Object.fromEntries(query);
}

/** `__proto__` in a body would vanish into the prototype of a spread copy; here it is refused as the unknown field that it is. */
export const bodyOf = async (request: Request): Promise<Record<string, unknown>> => objectIn(await request.text());

/** The fields of a request whose body is a file. */
function fieldsOf(request: Request): Record<string, unknown> {
  try {
    return objectIn(decodeURIComponent(request.headers.get(fieldsHeader) ?? '{}'));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('body-not-json');
  }
}

function objectIn(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__')
        throw new Refusal('input-invalid', undefined, [{ field: key, message: 'There is no such field. Leave it out.' }]);
      return value;
    });
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('body-not-json');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal('body-not-json', 'Send one JSON object.');
  return Object.fromEntries(Object.entries(body));
}

/** The version in If-Match, where the endpoint changes something that others may change too. */
export function versionOf(entry: Endpoint, request: Request): number | null {
  if (entry.versioned !== true) return null;
  const text = request.headers.get('if-match');
  if (text === null) throw new Refusal('version-missing');
  const version = /^"(\d{1,9})"$/.exec(text)?.[1];
  if (version === undefined) throw new Refusal('version-missing', 'Write the version in quotes, as in If-Match: "3".');
  return Number(version);
}

const megabyte = 1_048_576;

/** How many bytes the body of an endpoint may have, from somebody who is signed in. */
export const mostBytes = ({ raw }: Endpoint): number => (raw?.megabytes ?? 1) * megabyte;
