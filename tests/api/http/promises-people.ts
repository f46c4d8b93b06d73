import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { anIdentifier, anIdentity, aPhone } from '#kit/client-records.ts';
import { aClient } from '#kit/clients.ts';
import type { World } from '#kit/world.ts';

type Sample = { readonly input: Readonly<Record<string, unknown>>; readonly headers?: Readonly<Record<string, string>> };

const twoCharts = async (world: World) => ({ clientId: (await aClient(world)).clientId, otherId: (await aClient(world)).clientId });

/** Charts that are written, mended and joined. */
export const peopleRequests: Readonly<Record<string, (clinic: { readonly world: World }) => Promise<readonly Sample[]>>> = {
  'clients.add': async ({ world }) => [{ input: { ...anIdentity(), programId: world.programId, contacts: [aPhone] } }],
  'clients.amend': async ({ world }) => [
    {
      input: { clientId: (await aClient(world)).clientId, identity: anIdentity(), contacts: [aPhone], identifiers: [anIdentifier()] },
      headers: seen(1),
    },
  ],
  'clients.choices': async () => [{ input: {} }],
  'clients.duplicates': async () => [
    { input: { firstName: 'Jordan', lastName: 'Marsh', preferredName: null, bornOn: '1992-02-12', chartNumber: '' } },
  ],
  'clients.compare': async ({ world }) => [{ input: await twoCharts(world) }],
  'clients.markNotDuplicate': async ({ world }) => [{ input: { ...(await twoCharts(world)), why: 'They are twins.' } }],
  'clients.merge': async ({ world }) => [
    {
      input: { ...(await twoCharts(world)), otherVersion: 1, why: 'The same birth date and story.', take: [], choices: {} },
      headers: seen(1),
    },
  ],
  'clients.count': async () => [{ input: { text: '' } }],
  'clients.problems': async () => [{ input: {} }],
  'clients.moreProblems': async ({ world }) => [
    { input: { problem: 'no-group', after: (await aClient(world, { openedOn: day('1999-01-04') })).clientId } },
  ],
  'clients.moreDuplicates': async ({ world }) => {
    const { clientId, otherId } = await twoCharts(world);
    return [{ input: { one: clientId, other: otherId } }];
  },
  'clients.record': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId } }],
};
