import { expect, test } from 'vitest';
import type { Finding } from '#domain/drug-screens/interpret.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import type { AmendedScreen } from '#domain/safety/amended-screen.ts';
import { causeCorrected } from '#domain/safety/corrected-cause.ts';
import type { SafetyKind } from '#domain/safety/safety-clock.ts';

const now = (findings: Readonly<Record<string, Finding>> | null, more: Partial<AmendedScreen> = {}): AmendedScreen => ({
  ofAnother: false,
  findings,
  breathAlcohol: null,
  ...more,
});

test.each<[string, SafetyKind, AmendedScreen | null, boolean]>([
  ['a screen that nobody corrected', 'unexpected-opioid', null, false],
  ['an opioid that was not there', 'unexpected-opioid', now({ FEN: 'as-expected' }), true],
  ['another strip was wrong, the opioid stands', 'unexpected-opioid', now({ FEN: 'unexpected-positive', COC: 'as-expected' }), false],
  ['another opioid is found instead', 'unexpected-opioid', now({ FEN: 'as-expected', OXY: 'unexpected-positive' }), false],
  ['the screen was somebody else’s', 'unexpected-opioid', now({ FEN: 'unexpected-positive' }, { ofAnother: true }), true],
  ['it can’t be read any more: unknown corrects nothing', 'unexpected-opioid', now({ FEN: 'not-interpretable' }), false],
  ['it waits for the laboratory', 'unexpected-opioid', now({ FEN: 'pending' }), false],
  ['it isn’t read yet', 'unexpected-opioid', now(null), false],
  ['the medication was there', 'opioid-medication-missing', now({ BUP: 'consistent-with-medication' }), true],
  ['the medication is still missing', 'opioid-medication-missing', now({ BUP: 'prescribed-not-detected' }), false],
  ['a breath number under the limit', 'breath-alcohol', now({}, { breathAlcohol: 0.005 }), true],
  ['a breath number above it', 'breath-alcohol', now({}, { breathAlcohol: 0.08 }), false],
  ['a breath reading without its number', 'breath-alcohol', now({}), false],
])('%s', (_, kind, amended, corrected) => expect(causeCorrected(kind, amended, defaultSettings)).toBe(corrected));
