import { expect, test } from 'vitest';
import { countNumber } from '#domain/statistics/count-words.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_345_678, '12,345,678'],
])('%i is read as %s', (count, words) => expect(countNumber(count)).toBe(words));
