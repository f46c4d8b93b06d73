import type { Zone } from '#domain/calendar.ts';
import type { Role } from '#domain/people.ts';
import type { SpecimenType } from '#domain/drug-screens.ts';
import type { ExpectationRule } from '#domain/medications.ts';
import type { ProgramSettings } from '#domain/settings.ts';

export type Site = { readonly id: string; readonly name: string };
export type Program = { readonly id: string; readonly name: string };
export type Member = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly programs: readonly Program[];
};

export type Group = {
  readonly id: string;
  readonly name: string;
  readonly meets: string;
  readonly weekdays: readonly number[];
  readonly startsAt: string;
  /** From start to end, the break included. */
  readonly length: number;
  readonly breakMinutes: number;
  readonly telehealth: boolean;
  readonly program: Program;
  readonly site: Site;
  readonly leader: Member;
  /** Who stands in for the leader once. */
  readonly substitute?: Member;
};

export type Panel = {
  readonly id: string;
  readonly name: string;
  readonly specimen: SpecimenType;
  readonly analytes: readonly string[];
  readonly lot: string;
  /** What medications show on this panel, where the clinical lead said otherwise than for any. */
  readonly shows?: readonly Omit<ExpectationRule, 'specimen' | 'panelId'>[];
};

/** An organization as its clients find it: places, people, groups and what its drug screens are read with. */
export type ProgramFixture = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly zone: Zone;
  readonly programs: readonly Program[];
  readonly sites: readonly Site[];
  readonly staff: readonly Member[];
  readonly groups: readonly Group[];
  readonly cup: Panel;
  readonly lab: Panel;
  /** The breath device, where the program has one. */
  readonly breath?: Panel;
  /** Where the organization's clinical lead decided otherwise than the defaults. */
  readonly settings?: Partial<ProgramSettings>;
};

export const memberOf = (programFixture: Pick<ProgramFixture, 'staff'>, key: string): Member => {
  const found = programFixture.staff.find((member) => member.key === key);
  if (found === undefined) throw new RangeError(`nobody here is called ${key}`);
  return found;
};

export const groupOf = (programFixture: ProgramFixture, name: string): Group => {
  const found = programFixture.groups.find((group) => group.name === name);
  if (found === undefined) throw new RangeError(`there is no group ${name}`);
  return found;
};
