import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import { notValidReasons } from '#domain/drug-screens/cups.ts';
import { isShown, type CollectionOutcome, type Result } from '#domain/drug-screens/interpret.ts';

type Entry = {
  readonly id: string;
  readonly slotId: string | null;
  readonly outcome: CollectionOutcome;
  readonly panelId: string | null;
  readonly reason: string | null;
  readonly temperatureInRange: boolean | null;
  readonly observed: boolean | null;
  readonly observedBy: { readonly id: string; readonly name: string } | null;
  readonly by: string | null;
  readonly byId: string | null;
  readonly at: Instant;
  readonly results: readonly { readonly analyte: string; readonly result: Result }[];
};

/** What was entered for a client, as its readers last left it. A correction by the laboratory is not the reader's to see here. */
export const entriesIn = (sessionId: string) => sql<readonly Entry[]>`coalesce((
  select json_agg(json_build_object('id', s.id, 'slotId', s.slot_id, 'outcome', s.outcome, 'panelId', s.panel_id, 'reason', s.validity_reason,
      'temperatureInRange', s.temperature_in_range, 'observed', s.observed,
      'observedBy', case when watched.id is null then null else json_build_object('id', watched.id, 'name', watched.name) end, 'by', reader.name, 'byId', s.read_by,
      'at', to_char(s.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'results', coalesce((select json_agg(json_build_object('analyte', r.analyte, 'result', r.result) order by r.analyte)
        from analyte_result r where r.organization_id = s.organization_id and r.screen_id = s.id), '[]')) order by s.received_at)
  from screen s left join staff reader on reader.organization_id = s.organization_id and reader.id = s.read_by
    left join staff watched on watched.organization_id = s.organization_id and watched.id = s.observed_by
  where s.organization_id = client.organization_id and s.client_id = client.id and (s.session_id = ${sessionId} or s.slot_id = slot.id)
    and s.specimen is distinct from 'breath-alcohol'
    and s.amended_because is distinct from 'lab-correction'
    and not exists (select from screen later where later.organization_id = s.organization_id and later.amends_id = s.id
      and later.amended_because <> 'lab-correction')), '[]')`;

/** The entry in the words of the log: lines that were missing, and nothing of what they mean. */
export const recordedOf = (entry: Entry, reader: string) => ({
  screenId: entry.id,
  outcome: entry.outcome,
  noLine: entry.results.filter(({ result }) => isShown(result)).map(({ analyte }) => analyte),
  panelId: entry.panelId,
  notValid: entry.results.length === 0 ? (notValidReasons.find((reason) => reason === entry.reason) ?? null) : null,
  temperatureInRange: entry.temperatureInRange,
  observed: entry.observed,
  observedBy: entry.observedBy,
  toLab: entry.results.length > 0 && entry.results.every(({ result }) => result === 'pending'),
  by: entry.by ?? '',
  byYou: entry.byId === reader,
  at: entry.at,
});
