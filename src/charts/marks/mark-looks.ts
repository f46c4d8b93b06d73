import type { MarkCode } from '#domain/drug-screens/interpret.ts';

export type MarkShape =
  | 'dot'
  | 'dot-in-ring'
  | 'dot-underlined'
  | 'small-hollow-diamond'
  | 'filled-outlined-diamond'
  | 'half-diamond'
  | 'diamond'
  | 'diamond-with-hollow'
  | 'hollow-diamond-with-dot'
  | 'split-hollow-diamond'
  | 'hollow-diamond'
  | 'half-circle'
  | 'hollow-circle'
  | 'circle-with-bar'
  | 'cross'
  | 'square-with-diagonal'
  | 'dash'
  | 'double-dash'
  | 'nothing';

/** Only the first two are colors, and both speak of the team: waiting for us, plan adjusted. */
export type MarkTone = 'wait' | 'plan' | 'settled' | 'quiet';

/** One code, one shape: told apart without color. */
export const markLooks: Record<MarkCode, { readonly shape: MarkShape; readonly tone: MarkTone }> = {
  E: { shape: 'dot', tone: 'quiet' },
  R: { shape: 'dot-in-ring', tone: 'quiet' },
  C: { shape: 'dot-underlined', tone: 'quiet' },
  I: { shape: 'small-hollow-diamond', tone: 'quiet' },
  'U!': { shape: 'filled-outlined-diamond', tone: 'wait' },
  'U+': { shape: 'half-diamond', tone: 'plan' },
  U: { shape: 'diamond', tone: 'settled' },
  'U=': { shape: 'diamond-with-hollow', tone: 'settled' },
  'N!': { shape: 'hollow-diamond-with-dot', tone: 'wait' },
  'N+': { shape: 'split-hollow-diamond', tone: 'plan' },
  N: { shape: 'hollow-diamond', tone: 'settled' },
  P: { shape: 'half-circle', tone: 'settled' },
  O: { shape: 'hollow-circle', tone: 'settled' },
  B: { shape: 'circle-with-bar', tone: 'settled' },
  D: { shape: 'cross', tone: 'settled' },
  V: { shape: 'square-with-diagonal', tone: 'settled' },
  X: { shape: 'dash', tone: 'quiet' },
  K: { shape: 'double-dash', tone: 'quiet' },
  _: { shape: 'nothing', tone: 'quiet' },
};

const diamonds: readonly MarkShape[] = [
  'filled-outlined-diamond',
  'half-diamond',
  'diamond',
  'diamond-with-hollow',
  'hollow-diamond-with-dot',
  'split-hollow-diamond',
  'hollow-diamond',
];

/** Whether a presumptive result shows a dotted tick below the mark: under diamonds that ask for an answer only. */
export const takesTick = (code: MarkCode): boolean => diamonds.includes(markLooks[code].shape);
