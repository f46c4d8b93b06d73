import * as z from 'zod/mini';
import type { Endpoint } from '#contract/endpoint.ts';
import { fieldsHeader, pathFields } from '#contract/paths.ts';
import { contract } from '#contract/index.ts';
import { Problem, refusals } from '#contract/refusals.ts';

type Json = { readonly [key: string]: unknown };

const schemaOf = (type: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline', metadata: z.registry() });
  return schema;
};

let built: Json | null = null;

/** The contract as OpenAPI 3.1, from the same schemas that the server parses with. Made for the first who asks: anybody may. */
export const openApi = (): Json => (built ??= describe());

function describe(): Json {
  const paths: { [path: string]: { [method: string]: Json } } = {};
  for (const [noun, entries] of Object.entries(contract)) {
    for (const [name, entry] of Object.entries<Endpoint>(entries)) {
      const path = `/api${entry.path.replaceAll(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operation(`${noun}.${name}`, entry) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Cairn', version: '1', description: 'The contract between Cairn’s page and its server.' },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  };
}

function operation(operationId: string, entry: Endpoint): Json {
  const { properties = {}, required = [] } = schemaOf(entry.input, 'input') as {
    properties?: { [name: string]: Json };
    required?: string[];
  };
  const inPath = pathFields(entry.path);
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  const body = {
    type: 'object',
    properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
    required: required.filter((name) => others.includes(name)),
    additionalProperties: false,
  };
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? {} })),
    ...(entry.method === 'GET'
      ? others.map((name) => ({ name, in: 'query', required: required.includes(name), schema: properties[name] }))
      : []),
    ...(entry.idempotent === true
      ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }]
      : []),
    ...(entry.raw === undefined
      ? []
      : [{ name: fieldsHeader, in: 'header', required: true, content: { 'application/json': { schema: body } } }]),
    ...(entry.versioned === true ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
  ];
  const refused = Map.groupBy(entry.refuses, (code) => refusals[code].status);
  return {
    operationId,
    parameters,
    ...(entry.method === 'GET' ? {} : { requestBody: { required: true, content: contentOf(entry, body) } }),
    responses: {
      '200': { description: 'The answer.', content: { 'application/json': { schema: schemaOf(entry.output, 'output') } } },
      ...Object.fromEntries(
        [...refused].map(([status, codes]) => [
          String(status),
          { description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        ]),
      ),
    },
  };
}

const contentOf = (entry: Endpoint, body: Json): Json =>
  entry.raw === undefined
    ? { 'application/json': { schema: body } }
    : { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: entry.raw.megabytes * 1_048_576 } } };
