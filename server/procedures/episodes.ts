import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '../procedure.ts';
import { edit } from './episodes/edit.ts';
import { end } from './episodes/end.ts';
import { correctHours, prescribeHours } from './episodes/hours.ts';
import { changeLeave, startLeave } from './episodes/leaves.ts';
import { changeLevel, correctLevel } from './episodes/levels.ts';
import { ofClient } from './episodes/of-client.ts';
import { start } from './episodes/start.ts';

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
