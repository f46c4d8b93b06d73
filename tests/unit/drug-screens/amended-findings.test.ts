import { expect, test } from 'vitest';
import { findingsNew, findingsUnanswered } from '#domain/drug-screens/amended-findings.ts';

test('what an adjustment answers already is not asked again, and what needs no answer stays', () =>
  expect(
    findingsUnanswered({ FEN: 'unexpected-positive', COC: 'unexpected-positive', AMP: 'as-expected' }, (analyte) => analyte !== 'COC'),
  ).toEqual({ COC: 'unexpected-positive', AMP: 'as-expected' }));

test('an explained finding that its adjustment holds is not asked again', () =>
  expect(findingsUnanswered({ FEN: 'explained' }, () => true)).toEqual({}));

test('only what the amended screen says anew may start a safety clock', () =>
  expect(
    findingsNew({ FEN: 'unexpected-positive', COC: 'unexpected-positive' }, { FEN: 'unexpected-positive', COC: 'as-expected' }, false),
  ).toEqual({ COC: 'unexpected-positive' }));

test('on another client everything that a screen says is new', () =>
  expect(findingsNew({ FEN: 'unexpected-positive' }, { FEN: 'unexpected-positive' }, true)).toEqual({ FEN: 'unexpected-positive' }));
