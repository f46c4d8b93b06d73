import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { edit } from './edit-episode.command.ts';
import { end } from './end-episode.command.ts';
import { changeLeave } from './change-leave.command.ts';
import { changeLevel } from './change-level.command.ts';
import { correctHours } from './correct-hours.command.ts';
import { correctLevel } from './correct-level.command.ts';
import { prescribeHours } from './prescribe-hours.command.ts';
import { startLeave } from './start-leave.command.ts';
import { endingRequests } from './ending-requests.query.ts';
import { signEnding } from './sign-ending.command.ts';
import { withdrawEnding } from './withdraw-ending.command.ts';
import { ofClient } from './client-episodes.query.ts';
import { start } from './start-episode.command.ts';

/** Where a client is in care: the episode with its levels, leave and prescribed hours. */
export const episodes: ProceduresOf<Contract['episodes']> = {
  ofClient,
  start,
  edit,
  end,
  endingRequests,
  signEnding,
  withdrawEnding,
  changeLevel,
  correctLevel,
  startLeave,
  changeLeave,
  prescribeHours,
  correctHours,
};
