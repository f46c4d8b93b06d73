import { meetingsOverlap, type Meeting, type Stay } from '#domain/scheduling/meetings.ts';
import { hoursWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseField } from '#server/http/refusal.ts';
import { meetingsOf, type GroupMeeting } from './meetings.rows.ts';

const whenWords = ({ weekday, startsAt, endsAt }: Meeting): string => `${weekdayWord(weekday)} ${hoursWords(startsAt, endsAt)}`;

/**
 * Refuses a new or changed meeting where the group meets then already, or where somebody on its roster is in another group that does.
 * Both groups are named; people are counted, since whoever plans may open no chart.
 */
export async function refuseMeetingClash(
  db: Database,
  group: { readonly id: string; readonly name: string },
  meeting: Meeting,
): Promise<void> {
  const own = (await meetingsOf(db, [group.id])).find((one) => one.id !== meeting.id && meetingsOverlap(one.meeting, meeting));
  if (own !== undefined)
    throw refuseField('startsAt', `${group.name} meets then already: ${own.title}, ${whenWords(own.meeting)}. Choose another time.`);

  const enrollments = await enrollmentsOfRoster(db, group.id);
  const others = [...new Set(enrollments.map(({ group_id }) => group_id))].filter((id) => id !== group.id);
  const theirs = await meetingsOf(db, others);
  const clashes = enrollments
    .filter(({ group_id }) => group_id === group.id)
    .flatMap((here) =>
      enrollments.filter((one) => one.client_id === here.client_id && one.group_id !== group.id).map((there) => ({ here, there })),
    )
    .flatMap(({ here, there }) =>
      theirs
        .filter((one) => one.group_id === there.group_id && meetingsOverlap(meeting, one.meeting, [stayOf(here), stayOf(there)]))
        .map((one): Clash => ({ clientId: here.client_id, name: there.name, other: one })),
    );
  const first = clashes[0];
  if (first === undefined) return;
  const people = new Set(clashes.filter(({ other }) => other.id === first.other.id).map(({ clientId }) => clientId)).size;
  throw refuseField(
    'startsAt',
    `${people === 1 ? 'One person' : `${people} people`} of ${group.name} ${people === 1 ? 'is' : 'are'} in ${first.name} at that time (${whenWords(first.other.meeting)}). Choose another time, or end the place in one of the two groups first.`,
  );
}

type Clash = { readonly clientId: string; readonly name: string; readonly other: GroupMeeting };
type Enrollment = Awaited<ReturnType<typeof enrollmentsOfRoster>>[number];

const stayOf = ({ from_on, to_on, weekdays }: Enrollment): Stay => ({ from: from_on, to: to_on, weekdays });

const enrollmentsOfRoster = (db: Database, groupId: string) =>
  db
    .selectFrom('group_enrollment')
    .innerJoin('care_group', (join) =>
      join
        .onRef('care_group.organization_id', '=', 'group_enrollment.organization_id')
        .onRef('care_group.id', '=', 'group_enrollment.group_id'),
    )
    .select([
      'group_enrollment.client_id',
      'group_enrollment.group_id',
      'group_enrollment.from_on',
      'group_enrollment.to_on',
      'group_enrollment.weekdays',
      'care_group.name',
    ])
    .where('group_enrollment.client_id', 'in', (eb) =>
      eb.selectFrom('group_enrollment as here').select('here.client_id').where('here.group_id', '=', groupId),
    )
    .execute();
