import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Entrance } from './Entrance.tsx';

/** What every page lies in. */
export const root = createRootRouteWithContext<{ cache: QueryClient }>()({ component: Entrance });
