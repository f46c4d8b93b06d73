import '#contract/endpoint.ts';
import './styles/cairn.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newCache } from '#api/cache.ts';
import { Refused } from '#api/client.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { routerWith } from './routes/router.tsx';

const cache = newCache(() => void cache.invalidateQueries({ queryKey: signIn.me().queryKey }));
// Asked before anything is drawn: whoever opens the page waits for this answer, and a one-time link has nobody to ask about.
if (window.location.pathname !== '/set-up') void cache.prefetchQuery(signIn.me());

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

// A refusal is an answer, and the page in its place says it; anything else is a fault of ours and is reported.
const onCaughtError = (error: unknown) => void (error instanceof Refused || reportError(error));

// In a task of its own after the scripts were read: what the address asks for is on its way before the first thing is drawn.
setTimeout(() => {
  const router = routerWith(cache);
  void router.load();
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
});
