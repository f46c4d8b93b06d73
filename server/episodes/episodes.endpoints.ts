import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { edit } from './edit-episode.command.ts';
import { end } from './end-episode.command.ts';
import { correctHours, prescribeHours } from './prescribed-hours.command.ts';
import { changeLeave, startLeave } from './leaves.command.ts';
import { changeLevel, correctLevel } from './levels.command.ts';
import { ofClient } from './client-episodes.query.ts';
import { start } from './start-episode.command.ts';

/** Where a client is in care: the episode with its levels, leave and prescribed hours. */
export const episodes: ProceduresOf<Contract['episodes']> = {
  ofClient,
  start,
  edit,
  end,
  changeLevel,
  correctLevel,
  startLeave,
  changeLeave,
  prescribeHours,
  correctHours,
};
