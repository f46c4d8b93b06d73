import { shortNameByLast } from '#server/clients/client-names.ts';
import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';

type Reading = {
  readonly id: string;
  readonly value: number;
  readonly at: Instant | null;
  readonly device: string | null;
  readonly by: string | null;
  readonly byId: string | null;
};

/** Breath readings of a client in this session as they stand, earliest first. */
export const breathIn = (sessionId: string) => sql<readonly Reading[]>`coalesce((
  select json_agg(json_build_object('id', s.id, 'value', r.value, 'device', device.name, 'by', reader.name, 'byId', s.read_by,
      'at', to_char(s.collected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.collected_at)
  from screen s join analyte_result r on r.organization_id = s.organization_id and r.screen_id = s.id and r.value is not null
    left join panel device on device.organization_id = s.organization_id and device.id = s.panel_id
    left join staff reader on reader.organization_id = s.organization_id and reader.id = s.read_by
  where s.organization_id = client.organization_id and s.client_id = client.id and s.session_id = ${sessionId} and s.specimen = 'breath-alcohol'
    and not exists (select from screen later where later.organization_id = s.organization_id and later.amends_id = s.id)), '[]')`;

type Who = {
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
};

export const summaryOf = (reading: Reading, client: Who, reader: string) => ({
  screenId: reading.id,
  clientId: client.client_id,
  name: shortNameByLast(client),
  value: reading.value,
  at: reading.at,
  device: reading.device,
  by: reading.by ?? '',
  byYou: reading.byId === reader,
});
