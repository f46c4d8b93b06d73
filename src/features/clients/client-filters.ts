import type { ClientsRequested } from '#contract/clients-list.ts';
import { needKinds } from '#domain/caseload/order.ts';
import { careStatuses } from '#domain/clients/record.ts';

/** What the address says of the list: opaque ids and closed words, never what was typed. */
export type ClientFilters = Omit<ClientsRequested, 'text' | 'after' | 'most'>;

type Given = Readonly<Record<string, unknown>>;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const oneOf = <T extends string>(given: Given, name: string, words: readonly T[]): T | undefined =>
  words.find((word) => word === given[name]);
const idIn = (given: Given, name: string): string | undefined => {
  const value = given[name];
  return typeof value === 'string' && id.test(value) ? value : undefined;
};

/** The filters that an address holds; what no filter knows is dropped. */
export function filtersFrom(given: Given): ClientFilters {
  const phase = Number(given['phase']);
  const read = {
    careStatus: oneOf(given, 'careStatus', [...careStatuses, 'any'] as const),
    programId: idIn(given, 'programId'),
    siteId: idIn(given, 'siteId'),
    groupId: idIn(given, 'groupId'),
    therapistId: given['therapistId'] === 'none' ? 'none' : idIn(given, 'therapistId'),
    phase: Number.isInteger(phase) && phase >= 1 && phase <= 20 ? phase : undefined,
    task: oneOf(given, 'task', [...needKinds, 'any'] as const),
    sort: oneOf(given, 'sort', ['name', 'need'] as const),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** What the count of a list is asked by: the order changes nothing of it. */
export const countedBy = ({ sort: _sort, ...filters }: ClientFilters, text: string) => ({ ...filters, text });
