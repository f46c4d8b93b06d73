import type { World } from './world.ts';

/** A breath device of the program. */
export async function aBreathDevice(world: Pick<World, 'db' | 'organizationId'>): Promise<string> {
  const { id } = await world.db
    .insertInto('panel')
    .values({ organization_id: world.organizationId, name: 'Breath device', specimen: 'breath-alcohol', analytes: ['ALC'] })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export const watching = (world: Pick<World, 'db' | 'organizationId'>) =>
  world.db
    .updateTable('organization')
    .set({ settings: JSON.stringify({ observedCollections: true }) })
    .where('id', '=', world.organizationId)
    .execute();
