import { createHmac, timingSafeEqual } from 'node:crypto';

type Cookie = { readonly name: string; readonly secret: string };

/** The token of the session cookie that a request carries; null where there is none, or where its signature is not ours. */
export function sessionTokenIn(request: Request, { name, secret }: Cookie): string | null {
  const cookies = request.headers.get('cookie')?.split('; ') ?? [];
  const given = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  const value = given === undefined ? null : decoded(given);
  const cut = value?.lastIndexOf('.') ?? -1;
  if (value === null || cut < 1) return null;
  const token = value.slice(0, cut);
  const signature = Buffer.from(value.slice(cut + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

/** What a browser sent may be anything, also what no address could have been written as. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
