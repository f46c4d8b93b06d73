import * as z from 'zod/mini';
import { services } from '#domain/attendance/delivered-minutes.ts';
import { DayOut, Id, words } from './scalars.ts';

/** A time of the program's clock, '18:00'. */
export const ClockText = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write a time of the day, from 00:00 to 23:59, as 18:00.' }));

export const Service = z.enum(services, { error: 'Choose what kind of session it is.' });

export const BreakMinutes = z
  .number()
  .check(
    z.int({ error: 'Write whole minutes.' }),
    z.minimum(0, { error: 'A break can’t be shorter than nothing.' }),
    z.maximum(600, { error: 'Write the break in minutes.' }),
  );

export const Weekday = z
  .number()
  .check(z.int(), z.minimum(1, { error: 'Choose a weekday.' }), z.maximum(7, { error: 'Choose a weekday.' }));

/** What a meeting and a single session say alike. */
export const sessionFields = {
  service: Service,
  title: words(120),
  startsAt: ClockText,
  endsAt: ClockText,
  breakMinutes: BreakMinutes,
  telehealth: z.boolean(),
  collectsScreens: z.boolean(),
  leaderId: z.nullable(Id),
};

export const Named = z.object({ id: Id, name: z.string() });

/** A session that a change left as it is, with why; somebody decides about it. */
export const LeftSession = z.object({
  sessionId: Id,
  on: DayOut,
  title: z.string(),
  because: z.enum(['attendance', 'screens', 'by-hand', 'cancelled', 'begun']),
});

/** What a change did to the sessions, which of them it left, and what a person may want to know. */
export const Rescheduled = z.object({
  id: Id,
  made: z.number(),
  moved: z.number(),
  removed: z.number(),
  left: z.array(LeftSession),
  warnings: z.array(z.string()),
});
