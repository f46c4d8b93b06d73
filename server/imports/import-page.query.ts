import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { importContextFor } from './import-context.rows.ts';
import { sourcesKnown } from './import-sources.rows.ts';
import { importFor } from './imports.guards.ts';
import { importShown } from './imports.rows.ts';
import { kindsShown } from './kinds-shown.ts';
import { mappingsSuggested } from './mappings-suggested.ts';
import { namesHere, namesKnown } from './suggestions.ts';

/** One import with what was seen in its columns and how they are read, or most likely would be. */
export const one: Procedure<Contract['imports']['one']> = async ({ importId }, { db, actor, now, zone }) => {
  const batch = await importFor(db, actor, importId);
  const importContext = await importContextFor(db, actor.organizationId, now, actor);
  return {
    import: await importShown(db, actor, importId),
    timeZone: zone,
    columns: batch.columns_seen,
    notes: batch.notes,
    mapping: batch.mapping,
    suggested: mappingsSuggested(batch, namesKnown(importContext)),
    sources: await sourcesKnown(db),
    kinds: kindsShown(),
    names: namesHere(importContext),
  };
};
