import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';

type Changed = OutputOf<Contract['imports']['fix']>;

/** A change to rows of an import: the counts are those of the answer, and the lists are asked for again. */
export function useRowChange<Given>(
  importId: string,
  change: (given: Given, key: string) => Promise<Changed>,
  onDone?: (changed: Changed) => void,
) {
  const cache = useQueryClient();
  const key = useRef<string>(crypto.randomUUID());
  return useMutation({
    mutationFn: (given: Given) => change(given, key.current),
    onSuccess: async (changed) => {
      key.current = crypto.randomUUID();
      onDone?.(changed);
      await cache.invalidateQueries({ queryKey: ['imports', importId] });
    },
  });
}
