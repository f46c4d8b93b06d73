import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { DayOut, DayText, Id, words } from './scalars.ts';

export const panels = {
  /** A box was opened: its lot and the day it keeps to, as printed on it. */
  addLot: endpoint({
    method: 'POST',
    path: '/panels/:panelId/lots',
    input: z.strictObject({ panelId: Id, lot: words(40), expiresOn: DayText }),
    output: z.object({ lot: z.string(), expiresOn: DayOut }),
    refuses: ['input-invalid', 'panel-unknown', 'duplicate'],
    idempotent: true,
  }),
};
