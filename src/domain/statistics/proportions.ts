import { z95 } from './survival.ts';

/** A share with its 95% Wilson interval, which behaves at small n and near 0 and 1; null for n 0. */
export function wilson(k: number, n: number): { readonly share: number; readonly low: number; readonly high: number } | null {
  if (n <= 0) return null;
  const share = k / n;
  const square = z95 ** 2;
  const center = (share + square / (2 * n)) / (1 + square / n);
  const half = (z95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n ** 2));
  return { share, low: Math.max(0, center - half), high: Math.min(1, center + half) };
}
