import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { GroupRow } from './groups.rows.ts';

/** A group as people read it: when it meets is said in words. */
export const groupShown = (group: GroupRow) => ({ ...group, meets: meetsWords(group.meets) });
