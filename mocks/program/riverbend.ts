import { memberOf, type ProgramFixture, type Program, type Site } from './house.ts';
import { cupAnalytes } from './panels.ts';
import { idFor } from './random.ts';
import { riverbendStaff } from './staff.ts';

const key = 'riverbend';
const program: Program = { id: idFor(`${key} program`), name: 'Intensive outpatient' };
const site: Site = { id: idFor(`${key} site`), name: 'Main Street' };
const staff = riverbendStaff([program]);

/** A second, small organization: what it holds must never be seen from the first. */
export const riverbend: ProgramFixture = {
  id: idFor(`${key} organization`),
  key,
  name: 'Riverbend demo program',
  zone: 'America/Denver',
  programs: [program],
  sites: [site],
  staff,
  groups: [
    {
      id: idFor(`${key} group`),
      name: 'Day group',
      meets: 'Mon Wed Fri 10 am',
      weekdays: [1, 3, 5],
      startsAt: '10:00',
      length: 180,
      breakMinutes: 0,
      telehealth: false,
      program,
      site,
      leader: memberOf({ staff }, 'ferrer'),
    },
  ],
  cup: { id: idFor(`${key} panel cup`), name: '12-panel cup', specimen: 'urine-cup', analytes: cupAnalytes, lot: 'RB-118' },
  lab: { id: idFor(`${key} panel lab`), name: 'Lab urine, alcohol EtG', specimen: 'urine-lab', analytes: ['ETG', 'ETS'], lot: 'lab' },
};
