import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { databaseOn, ofRequests, patientPoolAt, poolAt, type Address, type Database, type Limits } from './pool.ts';
import { recorded, refuseChanged } from './recorded-migrations.ts';

/** The database at an address, brought up to this version without a limit of time. What is asked of it otherwise has one. */
export async function upToDateAt(address: Address, max: number, limits: Limits = ofRequests): Promise<Database> {
  const db = databaseOn(poolAt(address, max, limits));
  try {
    if (await isBehind(db)) await patiently(address);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function patiently(address: Address): Promise<void> {
  const patient = databaseOn(patientPoolAt(address));
  try {
    await migrate(patient);
  } finally {
    await patient.destroy();
  }
}

/** Brings the database up to this version. Two servers that start together take turns; a newer schema is refused. */
export async function migrate(db: Database): Promise<void> {
  if (!(await isBehind(db))) return;
  const { error } = await migratorOn(db).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to this version.', { cause: error });
}

const migratorOn = (db: Database): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(recorded(migrations)) } });

/** Whether a migration of this version is still to be done. Refuses a database that isn't safe, one of a newer version, and one made by others. */
async function isBehind(db: Database): Promise<boolean> {
  await refuseUnsafe(db);
  const applied = await migratorOn(db).getMigrations();
  if (applied.some((migration) => migration.executedAt !== undefined)) {
    await refuseNewer(db);
    await refuseChanged(db, migrations);
  }
  return applied.some((migration) => migration.executedAt === undefined);
}

/** A migration that this version doesn't know was made by a later one, whose rows it might misread. */
async function refuseNewer(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (rows.every(({ name }) => name in migrations)) return;
  throw new Error('The database was made by a newer Cairn. Start that version, or restore an older back-up.');
}

/** An acknowledged result must be on disk: a server that would not wait for it is not used. */
async function refuseUnsafe(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')`.execute(db);
  for (const { name, setting } of rows) {
    if (name !== 'server_version_num' && setting === 'off')
      throw new Error(`PostgreSQL runs with ${name}=off, so a saved result could be lost. Set ${name}=on and start again.`);
    if (name === 'server_version_num' && Number(setting) < 150_000) throw new Error('Cairn needs PostgreSQL 15 or newer.');
  }
}
