import { breathAnalyte } from '#domain/breath-alcohol.ts';
import type { Group, ProgramFixture, Program, Site } from './house.ts';
import { memberOf } from './house.ts';
import { cupAnalytes } from './panels.ts';
import { idFor } from './random.ts';
import { cairnDemoStaff } from './staff.ts';

const key = 'cairn-demo';
const adult: Program = { id: idFor(`${key} program adult`), name: 'Adult intensive outpatient' };
const flexible: Program = { id: idFor(`${key} program flexible`), name: 'Evening, weekend and telehealth' };
const riverside: Site = { id: idFor(`${key} site riverside`), name: 'Riverside' };
const north: Site = { id: idFor(`${key} site north`), name: 'North Street' };

const staff = cairnDemoStaff([adult, flexible]);

type Meets = Pick<Group, 'name' | 'meets' | 'weekdays' | 'startsAt' | 'length' | 'breakMinutes' | 'program' | 'site'>;

const group = (meets: Meets, leader: string, telehealth = false): Group => ({
  ...meets,
  id: idFor(`${key} group ${meets.name}`),
  leader: memberOf({ staff }, leader),
  telehealth,
});

// Each group counts 180 minutes a meeting; some take their break on top.
const led: readonly Group[] = [
  group(
    {
      name: 'IOP-A',
      meets: 'Tue Thu Sat 6 pm',
      weekdays: [2, 4, 6],
      startsAt: '18:00',
      length: 195,
      breakMinutes: 15,
      program: flexible,
      site: riverside,
    },
    'ortiz',
  ),
  group(
    {
      name: 'IOP-B',
      meets: 'Mon Wed Fri 9 am',
      weekdays: [1, 3, 5],
      startsAt: '09:00',
      length: 180,
      breakMinutes: 0,
      program: adult,
      site: riverside,
    },
    'ortiz',
  ),
  group(
    {
      name: 'IOP-C',
      meets: 'Mon Wed Thu 1 pm',
      weekdays: [1, 3, 4],
      startsAt: '13:00',
      length: 195,
      breakMinutes: 15,
      program: adult,
      site: north,
    },
    'haile',
  ),
  group(
    {
      name: 'IOP-D',
      meets: 'Mon Tue Thu 6 pm',
      weekdays: [1, 2, 4],
      startsAt: '18:00',
      length: 180,
      breakMinutes: 0,
      program: flexible,
      site: north,
    },
    'novak',
  ),
  group(
    {
      name: 'IOP-W',
      meets: 'Wed Sat Sun 10 am',
      weekdays: [3, 6, 7],
      startsAt: '10:00',
      length: 195,
      breakMinutes: 15,
      program: flexible,
      site: riverside,
    },
    'okoye',
  ),
  group(
    {
      name: 'IOP-T',
      meets: 'Tue Wed Fri 9 am, video',
      weekdays: [2, 3, 5],
      startsAt: '09:00',
      length: 190,
      breakMinutes: 10,
      program: flexible,
      site: north,
    },
    'haile',
    true,
  ),
];

const groups: readonly Group[] = led.map((one) => (one.name === 'IOP-D' ? { ...one, substitute: memberOf({ staff }, 'okoye') } : one));

/** The first organization, with nearly everybody in it. */
export const cairnDemo: ProgramFixture = {
  id: idFor(`${key} organization`),
  key,
  name: 'Cairn demo program',
  zone: 'America/Chicago',
  programs: [adult, flexible],
  sites: [riverside, north],
  staff,
  groups,
  cup: {
    id: idFor(`${key} panel cup`),
    name: '12-panel cup',
    specimen: 'urine-cup',
    analytes: cupAnalytes,
    lot: '4471',
    shows: [{ medication: 'diazepam', analyte: 'BZO', expectation: 'may-show', appearsAfterDays: 2, clearsAfterDays: 10 }],
  },
  lab: { id: idFor(`${key} panel lab`), name: 'Lab urine, alcohol EtG', specimen: 'urine-lab', analytes: ['ETG', 'ETS'], lot: 'lab' },
  breath: { id: idFor(`${key} panel breath`), name: 'Breath device', specimen: 'breath-alcohol', analytes: [breathAnalyte], lot: 'device' },
  settings: { observedCollections: true },
};
