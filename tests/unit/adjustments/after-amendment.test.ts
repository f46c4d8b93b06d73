import { expect, test } from 'vitest';
import { afterAmendment, type AfterAmendment, type AmendedCause } from '#domain/adjustments/after-amendment.ts';

const ofScreen: AmendedCause = { trigger: 'screen', analytes: ['FEN', 'COC'], amended: false };
const ofSpecimen: AmendedCause = { ...ofScreen, analytes: [] };

test.each<[string, AmendedCause, readonly string[], AfterAmendment]>([
  ['every analyte still asks for it', ofScreen, ['FEN', 'COC'], { is: 'unchanged' }],
  ['one of two analytes is corrected away', ofScreen, ['COC'], { is: 'narrowed', analytes: ['COC'] }],
  ['nothing asks for it any more', ofScreen, [], { is: 'amended' }],
  ['the specimen still isn’t valid', ofSpecimen, ['specimen'], { is: 'unchanged' }],
  ['the specimen is valid after all', ofSpecimen, [], { is: 'amended' }],
  ['its cause was gone before', { ...ofScreen, amended: true }, [], { is: 'unchanged' }],
  ['no screen opened it', { ...ofScreen, trigger: 'team' }, [], { is: 'unchanged' }],
])('%s', (_, adjustment, causes, expected) => expect(afterAmendment(adjustment, new Set(causes))).toEqual(expected));
