import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import { setupServer, type SetupServer } from 'msw/node';
import { newCache } from '#api/cache.ts';
import { emptyPage } from '#api/page-owner.ts';
import { forwardTo } from '#mocks/forward.ts';
import { routerWith } from '#routes/router.tsx';
import type { App } from '#server/http/app.ts';

export type Stage = {
  readonly network: SetupServer;
  readonly renderAt: (path: string) => RenderResult & { readonly address: () => string };
  readonly close: () => void;
};

/** The app in a document, each of its requests answered by this server. */
export function stageOn(app: App): Stage {
  const network = setupServer(forwardTo(app));
  network.listen({ onUnhandledFrame: 'error' });
  return {
    network,
    renderAt: (path) => {
      const cache = newCache(() => void cache.invalidateQueries({ queryKey: ['me'] }));
      // A window that was just opened.
      emptyPage(cache);
      cache.setDefaultOptions({ queries: { ...cache.getDefaultOptions().queries, retryDelay: 1 } });
      const router = routerWith(cache, createMemoryHistory({ initialEntries: [path] }));
      const shown = render(
        <QueryClientProvider client={cache}>
          <RouterProvider router={router} />
        </QueryClientProvider>,
      );
      return { ...shown, address: () => router.state.location.href };
    },
    close: () => network.close(),
  };
}
