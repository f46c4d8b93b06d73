import { expect, test } from 'vitest';
import { carriedOver, emptyIdentity, type IdentityDraft } from '#features/clients/record-draft.ts';

const base: IdentityDraft = { ...emptyIdentity, firstName: 'Maya', lastName: 'Cole', pronouns: 'she/her', chartNumber: '1041' };

test.each<[string, Partial<IdentityDraft>, Partial<IdentityDraft>, Partial<IdentityDraft>, readonly string[]]>([
  ['somebody changed what was not touched: it is taken', {}, { pronouns: 'they/them' }, { pronouns: 'they/them' }, []],
  ['what was typed stays where nobody else changed it', { lastName: 'Reyes' }, {}, { lastName: 'Reyes' }, []],
  ['two fields, one each: both stand', { lastName: 'Reyes' }, { language: 'Spanish' }, { lastName: 'Reyes', language: 'Spanish' }, []],
  [
    'both changed one field: what was typed stays and theirs is said',
    { pronouns: 'xe' },
    { pronouns: 'they' },
    { pronouns: 'xe' },
    ['pronouns'],
  ],
  ['both changed it alike: nothing to say', { pronouns: 'they' }, { pronouns: 'they' }, { pronouns: 'they' }, []],
])('%s', (_, typed, now, draft, theirs) => {
  const carried = carriedOver({ ...base, ...typed }, base, { ...base, ...now });
  expect(carried.draft).toEqual({ ...base, ...draft });
  expect(carried.theirs.map(({ field }) => field)).toEqual(theirs);
});
