import type { Role } from '#domain/people.ts';
import type { Member, Program } from './house.ts';
import { idFor } from './random.ts';

type Entry = readonly [key: string, name: string, role: Role];

const cairnDemo: readonly Entry[] = [
  ['ortiz', 'R. Ortiz', 'therapist'],
  ['haile', 'S. Haile', 'therapist'],
  ['novak', 'P. Novak', 'therapist'],
  ['okoye', 'C. Okoye', 'therapist'],
  ['lin', 'K. Lin', 'tech'],
  ['duarte', 'M. Duarte', 'tech'],
  ['mbeki', 'A. Mbeki', 'director'],
  ['lindqvist', 'E. Lindqvist', 'director'],
  ['park', 'J. Park', 'administrator'],
];

const riverbend: readonly Entry[] = [
  ['ferrer', 'L. Ferrer', 'therapist'],
  ['boateng', 'D. Boateng', 'tech'],
  ['ivers', 'N. Ivers', 'director'],
];

const membersFrom = (entries: readonly Entry[], programKey: string, programs: readonly Program[]): readonly Member[] =>
  entries.map(([key, name, role]) => ({ id: idFor(`${programKey} staff ${key}`), key, name, role, programs }));

export const cairnDemoStaff = (programs: readonly Program[]): readonly Member[] => membersFrom(cairnDemo, 'cairn-demo', programs);
export const riverbendStaff = (programs: readonly Program[]): readonly Member[] => membersFrom(riverbend, 'riverbend', programs);

/** Somebody who can sign in to the synthetic program. Whoever loads it gives the passwords. */
export type SignIn = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly staffKey: string;
  readonly programFixture: 'cairn-demo' | 'riverbend';
};

/** One sign-in for each role of the first organization, and a therapist of the second to see that nothing leaks. */
export const signIns: readonly SignIn[] = [
  { email: 'r.ortiz@cairn.demo', name: 'R. Ortiz', role: 'therapist', staffKey: 'ortiz', programFixture: 'cairn-demo' },
  { email: 'k.lin@cairn.demo', name: 'K. Lin', role: 'tech', staffKey: 'lin', programFixture: 'cairn-demo' },
  { email: 'a.mbeki@cairn.demo', name: 'A. Mbeki', role: 'director', staffKey: 'mbeki', programFixture: 'cairn-demo' },
  { email: 'j.park@cairn.demo', name: 'J. Park', role: 'administrator', staffKey: 'park', programFixture: 'cairn-demo' },
  { email: 'l.ferrer@riverbend.demo', name: 'L. Ferrer', role: 'therapist', staffKey: 'ferrer', programFixture: 'riverbend' },
];
