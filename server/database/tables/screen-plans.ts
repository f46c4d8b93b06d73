import type { Generated } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { SpecimenType } from '#domain/drug-screens/interpret.ts';
import type { DrawReason } from '#domain/screen-plans/draw-chance.ts';
import type { SlotReason } from '#domain/screen-plans/screen-slots.ts';
import type { Keyed, Owned } from './keys.ts';

export type ScreenPlanTables = {
  panel: Keyed & {
    name: string;
    specimen: SpecimenType;
    analytes: string[];
    read_from_minutes: Generated<number>;
    read_until_minutes: Generated<number>;
  };
  panel_lot: Owned & { panel_id: string; lot: string; expires_on: Day };
  /** One row a change; the latest that has begun holds. A null rate says that the program's plan holds again. */
  screen_plan: Keyed & {
    client_id: string;
    version: number;
    per_week: number | null;
    max_gap_days: number | null;
    panel_id: string | null;
    why: string | null;
    from_on: Day;
    set_by: string;
    set_at: Generated<Instant>;
  };
  screen_slot: Keyed & {
    client_id: string;
    session_id: string | null;
    due_on: Day;
    reason: Generated<SlotReason>;
    /** Nobody learns of the slot before. The start of its day where nothing else is given. */
    opens_at: Generated<Instant>;
    requested_by: Generated<string | null>;
    requested_at: Generated<Instant | null>;
    why: Generated<string | null>;
    panel_id: Generated<string | null>;
    /** The client's own plan that it was drawn by; null is the program's. */
    plan_id: Generated<string | null>;
    withdrawn_at: Generated<Instant | null>;
    withdrawn_by: Generated<string | null>;
  };
  /** A day that was decided, drawn or not, with the chance that it had. */
  screen_draw: Owned & {
    client_id: string;
    on_day: Day;
    plan_id: string | null;
    chance: number;
    because: DrawReason;
    drawn: boolean;
    drawn_at: Instant;
  };
};
