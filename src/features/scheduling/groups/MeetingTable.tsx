import type { Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { hoursWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { savingWords } from '../saving-words.ts';
import { serviceNames, sessionsWords } from '../sessions-words.ts';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';
import type { Meeting } from './MeetingForm.tsx';

type MeetingTableProps = {
  meetings: readonly Meeting[];
  today: Day;
  onChange?: (meeting: Meeting) => void;
  onEnd?: (meeting: Meeting) => void;
};

export function MeetingTable({ meetings, today, onChange, onEnd }: MeetingTableProps) {
  const { meetingColumns: columns } = groupsWords;
  return (
    <Table className={styles['wide']} caption={groupsWords.meetings}>
      <thead>
        <tr>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.leader}</th>
          <th scope="col">{columns.dates}</th>
          {onChange !== undefined && (
            <th scope="col">
              <VisuallyHidden>{savingWords.actions}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => {
          const when = `${weekdayWord(meeting.weekday)} ${hoursWords(meeting.startsAt, meeting.endsAt)}`;
          return (
            <tr key={meeting.id}>
              <th scope="row">{when}</th>
              <td className={styles['whole']}>
                {meeting.title}
                <span className={styles['small']}>{aboutMeeting(meeting)}</span>
              </td>
              <td data-label={columns.leader}>{meeting.leader?.name ?? groupsWords.noLeader}</td>
              <td data-label={columns.dates}>{datesWords(meeting, today)}</td>
              {onChange !== undefined && (
                <td className={styles['actions']} data-print="never">
                  <Button tone="quiet" aria-label={`${groupsWords.changeMeeting}: ${when}`} onClick={() => onChange(meeting)}>
                    {groupsWords.changeMeeting}
                  </Button>
                  <Button tone="quiet" aria-label={`${groupsWords.endMeeting}: ${when}`} onClick={() => onEnd?.(meeting)}>
                    {groupsWords.endMeeting}
                  </Button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

const aboutMeeting = ({ service, telehealth, breakMinutes, collectsScreens }: Meeting): string =>
  [
    serviceNames[service] ?? service,
    telehealth && sessionsWords.video,
    breakMinutes > 0 && groupsWords.pause(breakMinutes),
    !collectsScreens && groupsWords.noScreens,
  ]
    .filter((part) => part !== false)
    .join(', ');

const datesWords = ({ from, to }: Meeting, today: Day): string =>
  from > today && to === null
    ? groupsWords.begins(dayWithYear(from))
    : groupsWords.since(dayWithYear(from), to === null ? null : dayWithYear(to));
