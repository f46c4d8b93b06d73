import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addProgram } from './add-program.command.ts';
import { addSite } from './add-site.command.ts';
import { editProgram } from './edit-program.command.ts';
import { editSite } from './edit-site.command.ts';
import { listLocations } from './location-list.query.ts';

export const locations: ProceduresOf<Contract['locations']> = { list: listLocations, addProgram, editProgram, addSite, editSite };
