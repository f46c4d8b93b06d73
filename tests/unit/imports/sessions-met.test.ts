import { expect, test } from 'vitest';
import { instantOf } from '#domain/calendar/calendar.ts';
import { sessionMet, type SessionGiven, type SessionHere } from '#domain/imports/sessions-met.ts';

const at = (time: string) => instantOf(new Date(`2026-11-17T${time}:00Z`));
const evening = { startsAt: at('17:30'), endsAt: at('20:30') };
const morning = { startsAt: at('09:00'), endsAt: at('12:00') };

const planned: SessionHere = {
  id: 'planned',
  outsideKey: null,
  programId: 'P',
  groupId: 'G',
  groupName: 'Evening group',
  service: 'group',
  title: 'Process',
  timesKnown: true,
  hasClient: true,
  ...evening,
};
const timed: SessionHere = { ...planned, id: 'timed', outsideKey: 'A-1', groupId: null, groupName: null, title: 'Evening group' };
const untimed: SessionHere = { ...timed, id: 'untimed', outsideKey: 'B-1', timesKnown: false };
const dawn: SessionHere = { ...timed, id: 'dawn', title: 'Dawn', hasClient: false, ...morning };

const given: SessionGiven = { programId: 'P', groupId: null, service: 'group', title: 'Evening group', times: null, own: null };

test.each<[string, SessionGiven, readonly SessionHere[], string | readonly string[] | null]>([
  ['minutes alone meet the planned session of their group', { ...given, groupId: 'G', title: null }, [planned, dawn], 'planned'],
  ['minutes alone meet the planned session by its group’s name', given, [planned, dawn], 'planned'],
  ['minutes alone meet a session that came with times by its name', { ...given, title: ' evening  GROUP ' }, [timed, dawn], 'timed'],
  ['times meet a session that came with minutes alone', { ...given, times: evening }, [untimed], 'untimed'],
  ['times meet the planned session of their name and start', { ...given, times: evening }, [planned], 'planned'],
  ['times that start otherwise are another session', { ...given, times: morning }, [planned], null],
  ['two records with times stay two, whose hours count once', { ...given, times: evening }, [timed], null],
  ['two of one name: the one that has the client', given, [timed, { ...timed, id: 'late', hasClient: false }], 'timed'],
  ['two of one name that both have the client: a person says', given, [timed, { ...timed, id: 'late' }], ['timed', 'late']],
  ['another name, and the client is in a session of that kind: a person says', { ...given, title: 'IOP H0015' }, [timed, dawn], ['timed']],
  ['another name, and the client is in none that day', { ...given, title: 'IOP H0015' }, [dawn], null],
  ['no name at all, and the client is in one session of that kind', { ...given, title: null }, [timed, dawn], 'timed'],
  ['another service is another session', { ...given, service: 'individual' }, [timed], null],
  ['another program’s session is another', { ...given, programId: 'Q' }, [timed, planned], null],
  [
    'a person’s own times meet the session in whose hours they are',
    { ...given, own: evening },
    [timed, { ...timed, id: 'noon', ...morning }],
    'timed',
  ],
  ['nothing is here on that day', given, [], null],
])('%s', (_, row, here, expected) => {
  const met = sessionMet(row, here);
  expect(met === null ? null : met.is === 'this' ? met.session.id : met.sessions.map(({ id }) => id)).toEqual(expected);
});
