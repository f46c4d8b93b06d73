import { attendance as entries } from '#contract/attendance.ts';
import { callsOf } from './client.ts';

export const attendance = callsOf(entries);
