import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { imports as importsApi } from '#api/imports.ts';
import { Button } from '#ui/Button.tsx';

/** Forgets a file, and the rows that are still held. */
export function ThrowAway({ importId, onGone, children }: { importId: string; onGone: () => void; children: ReactNode }) {
  const cache = useQueryClient();
  const throwAway = useMutation({
    mutationFn: () => importsApi.throwAway({ importId }),
    onSuccess: async () => {
      onGone();
      await cache.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
  return (
    <Button tone="quiet" disabled={throwAway.isPending} onClick={() => throwAway.mutate()}>
      {children}
    </Button>
  );
}
