import type { Selectable } from 'kysely';
import type { ImportMapping } from '#domain/imports/imports.ts';
import type { Tables } from '#server/database/pool.ts';
import { gathering } from './csv/results.ts';
import { intakeFor, type Intake } from './intakes.ts';
import { translationOf, type Clinic, type Translation } from './csv/translation.ts';

export type Batch = Selectable<Tables['import_batch']>;

type AfterFirst<All extends readonly unknown[]> = All extends readonly [unknown, ...infer Rest] ? Rest : never;

/** How the rows of a file become rows of its kind; those of one specimen become one. */
export function translationFor(intake: Intake, ...given: AfterFirst<Parameters<typeof translationOf>>): Translation {
  const translation = translationOf(intake.columns, ...given);
  return intake.isGathered ? gathering(translation) : translation;
}

/** How a file whose columns are settled is read. */
export type Reading = { readonly intake: Intake; readonly mapping: ImportMapping; readonly translation: Translation };

export function readingOf(
  { kind, header, mapping, columns_seen }: Pick<Batch, 'kind' | 'header' | 'mapping' | 'columns_seen'>,
  clinic: Clinic,
): Reading {
  const intake = intakeFor(kind);
  if (mapping === null) throw new Error('the columns of the file are not settled');
  return { intake, mapping, translation: translationFor(intake, header, mapping, clinic, columns_seen) };
}
