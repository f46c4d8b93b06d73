import { expect } from 'vitest';
import type { Role } from '#domain/people/roles.ts';
import type { World } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Posts as somebody, with the version that they saw; answers status and body. */
export async function sent(world: World, who: Role, path: string, body: Fields, version?: number) {
  const response = await world.as(who).post(path, body, version === undefined ? {} : { 'if-match': `"${version}"` });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, never> & { id: string; version: number; warnings: string[] },
  };
}

/** The same, where it must be answered. */
export async function done(world: World, who: Role, path: string, body: Fields, version?: number) {
  const answer = await sent(world, who, path, body, version);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

export const requested = async (world: World, who: Role, path: string) =>
  (await (await world.as(who).get(path)).json()) as Record<string, never>;

/** What a refusal says of its one field. */
export const refusedField = (field: string, message: string | RegExp) => ({
  status: 400,
  body: { fields: [{ field, message: expect.stringMatching(message) as string }] },
});

export const aMeetingOf = (wanted: Fields = {}): Fields => ({
  weekday: 1,
  startsAt: '18:00',
  endsAt: '21:00',
  service: 'group',
  title: 'Process group',
  breakMinutes: 15,
  telehealth: false,
  collectsScreens: true,
  leaderId: null,
  fromOn: '2026-11-23',
  ...wanted,
});
