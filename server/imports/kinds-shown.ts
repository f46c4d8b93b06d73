import { templateOf } from './csv/templates.ts';
import { intakes } from './intakes.ts';

/** Every kind of file with its columns and a template. */
export const kindsShown = () => intakes.map(({ id, columns }) => ({ kind: id, columns: [...columns], template: templateOf(id, columns) }));
