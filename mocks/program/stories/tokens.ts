import type { Result } from '#domain/drug-screens.ts';
import { expectationOf, type Medication } from '#domain/medications.ts';
import { cup, notHandedOver } from '../cups.ts';
import { minutesAfter } from '../frame.ts';
import type { ProgramFixture } from '../house.ts';
import type { Collection, Booking } from '../life.ts';
import { mapWith } from '../panels.ts';
import type { Session } from '../sessions.ts';

/**
 * A session as a story writes it: how it was attended, and after a colon what came of the cup.
 * P present, T by video, A absent, X excused, L150 late and F120 left early with the minutes that counted.
 * '.' a cup that shows what the medication should, o not collected, d declined, u unable, x excused, k cancelled by the program, v too little volume, l dilute,
 * e with EtG not detected at the laboratory, p with EtG pending, c confirmed two days later, '+COC' detected, '-BUP' not detected.
 */
export type Token = string;

const shape = /^([PTAXLF])(\d*)(?::([.a-z]*)((?:[+-][A-Z0-9]+)*))?$/;

type Parts = { readonly how: string; readonly minutes: number | null; readonly cup: string | null; readonly strips: readonly string[] };

function partsOf(token: Token): Parts {
  const found = shape.exec(token);
  if (found === null) throw new RangeError(`${token} is no session of a story`);
  const [, how = '', minutes = '', collected, strips = ''] = found;
  return { how, minutes: minutes === '' ? null : Number(minutes), cup: collected ?? null, strips: strips.match(/[+-][A-Z0-9]+/g) ?? [] };
}

export const hasCup = (token: Token): boolean => token.includes(':');

const statuses: Readonly<Record<string, Booking['status']>> = {
  P: 'present',
  T: 'present',
  A: 'absent',
  X: 'excused',
  L: 'late',
  F: 'left-early',
};

export function bookingFrom(session: Session, token: Token): Booking {
  const { how, minutes } = partsOf(token);
  const status = statuses[how] ?? 'present';
  const counted = status === 'absent' || status === 'excused' ? 0 : (minutes ?? session.minutes);
  return { session, status, minutes: counted, telehealth: how === 'T', makeUp: false, note: null };
}

export const bookedIn = (session: Session): Booking => ({
  session,
  status: 'booked',
  minutes: null,
  telehealth: false,
  makeUp: false,
  note: null,
});

const outcomes = [
  ['o', 'not-collected'],
  ['d', 'declined'],
  ['u', 'unable'],
  ['x', 'excused'],
  ['k', 'cancelled-by-program'],
] as const;

/** The collection at a session; null where the token has none. */
export function collectionFrom(session: Session, token: Token, programFixture: ProgramFixture, medications: readonly Medication[]): Collection | null {
  const { cup: said, strips } = partsOf(token);
  if (said === null) return null;
  const missed = outcomes.find(([letter]) => said.includes(letter));
  if (missed !== undefined) return notHandedOver(session, missed[1], programFixture);

  const signed = (sign: string) => strips.filter((strip) => strip.startsWith(sign)).map((strip) => strip.slice(1));
  const { id: panelId, specimen, analytes } = programFixture.cup;
  const map = mapWith(programFixture.cup);
  const due = analytes.filter(
    (analyte) => expectationOf(analyte, { specimen, panelId }, medications, map, session.on).expectation === 'should-show',
  );
  const shown = [...due, ...signed('+')].filter((analyte) => !signed('-').includes(analyte));
  const validity = said.includes('v') ? 'invalid' : said.includes('l') ? 'dilute' : 'valid';
  const read = cup({
    session,
    programFixture,
    detected: shown,
    validity,
    reason: validity === 'invalid' ? 'low-volume' : null,
    lab: labFrom(said, shown),
  });
  if (!said.includes('c')) return read;
  const results = Object.fromEntries(signed('+').map((analyte): [string, Result] => [analyte, 'confirmed-positive']));
  return { ...read, confirmation: { at: minutesAfter(read.receivedAt, 60 * 43), results } };
}

function labFrom(said: string, shown: readonly string[]): Readonly<Record<string, Result>> {
  if (shown.includes('ETG')) return { ETG: 'presumptive-positive' };
  if (said.includes('p')) return { ETG: 'pending' };
  return said.includes('e') ? { ETG: 'negative' } : {};
}
