import { addDays, momentOf } from '#domain/calendar.ts';
import type { Frame } from './frame.ts';
import type { ClientFixture } from './life.ts';
import { diceFor, idFor } from './random.ts';
import type { Book } from './rows.ts';

const relations = ['mother', 'father', 'sister', 'brother', 'partner', 'friend', 'sponsor'] as const;
const given = ['Ana', 'Ben', 'Carla', 'Dev', 'Elena', 'Frank', 'Grace', 'Hana', 'Ivan', 'Joy'] as const;

/** How a client is reached: a phone of their own, and for most of them somebody for an emergency. Numbers are of the kind that nobody has. */
export function writeReach(book: Book, fixture: ClientFixture, client_id: string): void {
  const dice = diceFor(`reach ${fixture.key}`);
  const phone = () => `312 555 01${String(dice.whole(0, 99)).padStart(2, '0')}`;
  const line = { client_id, kind: 'phone', preferred: false } as const;
  const idOf = (index: number) => idFor(`client ${fixture.key} contact line ${index}`);
  book.write('contact_line', {
    ...line,
    id: idOf(0),
    position: 0,
    whose: 'own',
    name: null,
    relation: null,
    value: phone(),
    message: dice.pick(['yes', 'no', 'not-asked']),
    preferred: true,
  });
  if (dice.chance(0.2)) return;
  book.write('contact_line', {
    ...line,
    id: idOf(1),
    position: 1,
    whose: 'emergency',
    name: `${dice.pick(given)} ${fixture.person.last}`,
    relation: dice.pick(relations),
    value: phone(),
    message: 'no',
  });
  if (dice.chance(0.3))
    book.write('client_identifier', { id: idOf(2), client_id, system: 'Referring clinic', value: `RC-${dice.whole(10_000, 99_999)}` });
}

/** Somebody whom another desk wrote down again, a letter off: a chart without an episode, to be found and merged. */
export function writeDuplicate(book: Book, fixture: ClientFixture, frame: Frame): void {
  const { person } = fixture;
  book.write('client', {
    id: idFor(`client ${fixture.key} double`),
    chart_number: `${person.chart}-B`,
    first_name: person.first,
    last_name: person.last.slice(0, -1),
    preferred_name: null,
    pronouns: null,
    born_on: person.bornOn,
    superseded_by: null,
    intake_program_id: fixture.group.program.id,
    created_at: momentOf(addDays(frame.today, -12), '10:15', frame.zone),
  });
}
