// Writes the schema that the local Stripe's traffic is checked against, from the type declarations of the installed
// `stripe` package: at exactly the API version that it pins, since Stripe generates them from its own specification.
//
//   node make-schema.mjs --sdk node_modules/stripe --out schema.json
//
// Exact: paths, methods, names of parameters and which are required, unions and enums, what may be null or expanded, and
// which object an event carries. What declarations cannot say (lengths, bounds, integer or number) is in type-to-schema.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { errorSchema, listSchema, snapshotEventSchema, thinEventSchema, v2ListSchema } from './envelopes.mjs';
import { Sdk } from './sdk.mjs';
import { TypeToSchema } from './type-to-schema.mjs';

const { values: options } = parseArgs({ options: { sdk: { type: 'string' }, out: { type: 'string' } } });
const sdk = new Sdk(path.resolve(options.sdk));
const endpoints = linesOf('endpoints.txt').map((line) => line.split(/\s+/));
const events = linesOf('events.txt');

const methods = endpoints.map(([http, route]) => sdk.method(http, route));
const types = new TypeToSchema(sdk, methods.map((method) => method.returns));
const paths = {};
for (const method of methods) (paths[method.route] ??= {})[method.http.toLowerCase()] = operationOf(method);
const carried = Object.fromEntries(events.map((type) => [type, types.ofAnswer(sdk.eventObject(type), { asResource: true })]));

const schemas = {
  ...types.resources(),
  event: snapshotEventSchema,
  'v2.core.event': thinEventSchema,
  error: errorSchema,
};
const thin = sdk.thinEvents();
writeFileSync(
  options.out,
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Stripe API (subset)', version: sdk.apiVersion, 'x-source': `npm:stripe@${sdk.version}` },
    paths,
    components: { schemas },
    'x-webhook-objects': carried,
    'x-thin-events': thin.filter((type) => /^v2\.core\.(account|event_destination)/.test(type) || events.includes(type.slice(3))),
  }),
);

function operationOf(method) {
  const params = method.params ? types.ofRequest(method.params) : { type: 'object', additionalProperties: false };
  const one = types.ofAnswer(method.returns);
  const answer = { ApiListPromise: listSchema, V2ListPromise: v2ListSchema }[method.list]?.(one) ?? one;
  return { ...sent(method, params), responses: { 200: json(answer), default: json({ $ref: '#/components/schemas/error' }) } };
}

function sent({ http, route }, params) {
  if (http === 'POST') return { requestBody: { content: { [contentType(route)]: { schema: params } } } };
  const query = Object.entries(params.properties ?? {});
  return {
    parameters: query.map(([name, schema]) => ({ name, in: 'query', required: params.required?.includes(name) ?? false, schema })),
  };
}

function contentType(route) {
  if (route.startsWith('/v2/')) return 'application/json';
  return route === '/v1/files' ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}

function json(schema) {
  return { content: { 'application/json': { schema } } };
}

function linesOf(name) {
  const lines = readFileSync(path.join(import.meta.dirname, name), 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
}
