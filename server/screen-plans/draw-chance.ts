import { createHash, randomBytes } from 'node:crypto';

const bits = 2 ** 48;

/** A share from 0 up to, and without, 1 for one day of one client. */
export type Chance = (clientId: string, on: string) => number;

/** What nobody can foresee or work out afterwards, for the days of real people. */
const unforeseen: Chance = () => randomBytes(6).readUIntBE(0, 6) / bits;

/** The same each time, for people who don't exist. */
const repeatable: Chance = (clientId, on) => createHash('sha256').update(`${clientId} ${on}`).digest().readUIntBE(0, 6) / bits;

export const chanceFor = ({ synthetic }: { readonly synthetic: boolean }): Chance => (synthetic ? repeatable : unforeseen);
