import { expect, test } from 'vitest';
import { capabilities } from '#contract/capabilities.ts';
import { permissionsOf } from '#server/access/capabilities.ts';

const clinician = [
  'open-clients',
  'record-contacts',
  'open-rosters',
  'enroll-clients',
  'add-sessions',
  'rearrange-sessions',
  'answer-codes',
];

test('a therapist works with clients and their sessions, and plans no groups', () => {
  expect(permissionsOf('therapist')).toEqual({
    capabilities: clinician,
    home: '/today',
    pages: ['today', 'clients', 'sessions', 'lab', 'cohort'],
  });
});

test('a tech opens rosters and no client', () => {
  expect(permissionsOf('tech')).toEqual({ capabilities: ['open-rosters'], home: '/sessions', pages: ['sessions', 'lab', 'clients'] });
});

test('a director may do all of it', () => {
  expect(permissionsOf('director')).toEqual({
    capabilities: [...capabilities],
    home: '/cohort',
    pages: ['today', 'clients', 'sessions', 'lab', 'cohort', 'imports'],
  });
});

test('an administrator plans the schedule and sees no client', () => {
  expect(permissionsOf('administrator')).toEqual({
    capabilities: ['rearrange-sessions', 'plan-schedule', 'edit-expectation-map'],
    home: '/welcome',
    pages: ['sessions', 'imports'],
  });
});
