import * as z from 'zod/mini';
import { notValidReasons } from '#domain/drug-screens/cups.ts';
import { collectionOutcomes, specimenTypes } from '#domain/drug-screens/interpret.ts';
import { ClientId, DayOut, Id, InstantOut } from './scalars.ts';

/** Somebody who may be written into a log: two identifiers, and nothing about their care. */
export const SoughtClient = z.object({ clientId: ClientId, name: z.string(), bornOn: z.nullable(DayOut), chartNumber: z.string() });

const Panel = z.object({
  id: Id,
  name: z.string(),
  specimen: z.enum(specimenTypes),
  /** In the order printed on the cup. */
  analytes: z.array(z.string()),
  readFromMinutes: z.number(),
  readUntilMinutes: z.number(),
  /** Latest used first. */
  lots: z.array(z.object({ lot: z.string(), expiresOn: DayOut, expired: z.boolean(), lastUsedOn: z.nullable(DayOut) })),
});

/** What was entered, word for word. */
const Recorded = z.object({
  screenId: Id,
  outcome: z.enum(collectionOutcomes),
  noLine: z.array(z.string()),
  panelId: z.nullable(Id),
  notValid: z.nullable(z.enum(notValidReasons)),
  temperatureInRange: z.nullable(z.boolean()),
  observed: z.nullable(z.boolean()),
  observedBy: z.nullable(z.object({ id: Id, name: z.string() })),
  toLab: z.boolean(),
  by: z.string(),
  byYou: z.boolean(),
  at: InstantOut,
});

/** One reading of somebody's breath. The number is what the device shows; nothing is read into it here. */
const BreathReading = z.object({
  screenId: Id,
  clientId: ClientId,
  name: z.string(),
  /** g/210 L. */
  value: z.number(),
  at: z.nullable(InstantOut),
  device: z.nullable(z.string()),
  by: z.string(),
  byYou: z.boolean(),
});

/** The log of one session for the person who reads the cups. It holds no medication, expectation, history or finding. */
export const CupLog = z.object({
  session: z.object({
    id: Id,
    title: z.string(),
    groupName: z.nullable(z.string()),
    on: DayOut,
    startsAt: InstantOut,
    endsAt: InstantOut,
    timesKnown: z.boolean(),
    cancelledBecause: z.nullable(z.string()),
    /** Until then nobody is told who is due. */
    collectionOpensAt: InstantOut,
  }),
  asOf: InstantOut,
  today: DayOut,
  zone: z.string(),
  reader: z.object({ id: Id, name: z.string() }),
  /** False before the session's day: who is due stays hidden until then. */
  opened: z.boolean(),
  panels: z.array(Panel),
  /** Who may have watched a collection; null where the program doesn't use observation. */
  observers: z.nullable(z.array(z.object({ id: Id, name: z.string() }))),
  /** Breath devices with the limit from which on somebody has to be told; null where the program has none. */
  breath: z.nullable(z.object({ devices: z.array(z.object({ id: Id, name: z.string() })), limit: z.number() })),
  breathReadings: z.array(BreathReading),
  rows: z.array(z.object({ slotId: z.nullable(Id), ...SoughtClient.shape, recorded: z.nullable(Recorded) })),
});
