import type { App } from '#server/http/app.ts';

export type Jar = App & { readonly cookies: ReadonlyMap<string, string> };

/** A server behind a browser's cookies: what its answers set is sent along with the next request. Scripts set none in a document without a browser. */
export function withJar(app: App): Jar {
  const cookies = new Map<string, string>();
  return {
    cookies,
    fetch: async (request) => {
      const sent = new Request(request);
      sent.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const answer = await app.fetch(sent);
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair = '', ...traits] = cookie.split(';');
        const cut = pair.indexOf('=');
        const name = pair.slice(0, cut);
        if (traits.some((trait) => trait.trim().toLowerCase() === 'max-age=0')) cookies.delete(name);
        else cookies.set(name, pair.slice(cut + 1));
      }
      return answer;
    },
  };
}
