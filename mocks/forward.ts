import { http, type HttpHandler } from 'msw';

type App = { readonly fetch: (request: Request) => Promise<Response> };

/** Every intercepted /api request is answered by the real server. */
export const forwardTo = (app: App): HttpHandler => http.all('*/api/*', ({ request }) => app.fetch(request));
