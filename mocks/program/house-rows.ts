import type { ProgramFixture } from './house.ts';
import type { Book } from './rows.ts';

/** Programs, sites, staff and care groups. Who may sign in as whom is given when it is loaded. */
export function writeProgramFixture(book: Book, programFixture: ProgramFixture): void {
  for (const { id, name } of programFixture.programs) book.write('program', { id, name, population: 'adult' });
  for (const { id, name } of programFixture.sites) book.write('site', { id, name });
  for (const { id, name, role, programs } of programFixture.staff) {
    book.write('staff', { id, user_id: null, name, role, ended_on: null });
    for (const program of programs) book.write('staff_program', { staff_id: id, program_id: program.id });
  }
  for (const { id, name, meets, weekdays, program, site } of programFixture.groups) {
    book.write('care_group', { id, program_id: program.id, site_id: site.id, name, meets, weekdays: [...weekdays], capacity: 30 });
  }
}
