import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { ofClient } from './client-concerns.query.ts';
import { close } from './close-concerns.command.ts';
import { raise } from './raise-concern.command.ts';

export const safetyConcerns: ProceduresOf<Contract['safetyConcerns']> = { ofClient, raise, close };
