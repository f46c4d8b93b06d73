import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '#api/idempotency-key.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { focusAfter, pressed } from './row-focus.ts';

type Changed = OutputOf<Contract['imports']['fix']>;

/** A change to rows of an import: the counts are those of the answer, and the lists are asked for again. */
export function useRowChange<Given>(
  row: number,
  change: (given: Given, key: string) => Promise<Changed>,
  onDone?: (changed: Changed) => void,
) {
  const key = useRef(newKey());
  const label = useRef<string | null>(null);
  return useMutation({
    mutationFn: (given: Given) => change(given, key.current),
    onMutate: () => {
      label.current = pressed();
    },
    onSuccess: (changed) => {
      key.current = newKey();
      onDone?.(changed);
      requestAnimationFrame(() => focusAfter(row, label.current));
    },
  });
}
