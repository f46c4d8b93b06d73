import { http, HttpResponse, type HttpHandler } from 'msw';

/** What a healthy server can't show. */
export const faults = {
  offline: (path: string): HttpHandler => http.all(`*/api${path}`, () => HttpResponse.error()),
  broken: (path: string): HttpHandler => http.all(`*/api${path}`, () => HttpResponse.json({ nonsense: true }, { status: 500 })),
  unavailable: (path: string): HttpHandler =>
    http.all(`*/api${path}`, () =>
      HttpResponse.json(
        {
          type: 'urn:cairn:refusal:unavailable',
          title: 'Cairn can’t reach its database. Nothing was saved. Try again in a moment.',
          status: 503,
          code: 'unavailable',
        },
        { status: 503, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '5' } },
      ),
    ),
  /** The server does its work, and the answer is lost on the way back: once. */
  firstAnswerLost: (path: string, app: { readonly fetch: (request: Request) => Promise<Response> }): HttpHandler => {
    let lost = false;
    return http.all(`*/api${path}`, async ({ request }) => {
      const answer = await app.fetch(request);
      if (lost) return answer;
      lost = true;
      return HttpResponse.error();
    });
  },
};
