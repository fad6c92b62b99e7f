import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

import { type ApiOperation, type ApiSchema, readApiSchema, type Schema } from './schema-file.ts';

/** One thing in a request that the API would refuse: `param` is spelled as Stripe spells it, `a[b][0]`. */
export interface Misfit {
  readonly code: 'parameter_unknown' | 'parameter_missing' | 'parameter_invalid';
  readonly param: string;
  readonly message: string;
}

let shared: Conformance | undefined;

/** Checks what is said over the wire against the schema of the SDK's own types. Compiled lazily, once a process. */
export class Conformance {
  private readonly api: ApiSchema;
  private readonly requests = new Ajv2020({ ...AJV, coerceTypes: true });
  private readonly answers = new Ajv2020(AJV);
  private readonly compiled = new Map<string, ValidateFunction>();

  static load(): Conformance {
    return (shared ??= new Conformance(readApiSchema()));
  }

  private constructor(api: ApiSchema) {
    this.api = api;
    const schemas = Object.entries(api.components.schemas);
    this.requests.addSchema({ $id: 'api', components: { schemas: api.components.schemas } });
    this.answers.addSchema({ $id: 'api', components: { schemas: Object.fromEntries(schemas.map(nullableInV2)) } });
  }

  get version(): string {
    return this.api.info.version;
  }

  isThinEvent(type: string): boolean {
    return this.api['x-thin-events'].includes(type);
  }

  /** Checks a request's parameters and turns their strings into the declared types, in place. */
  request(method: string, path: string, params: unknown): Misfit | null {
    const check = this.compile(this.requests, `request ${method} ${path}`, () =>
      requestSchema(this.operation(method, path)),
    );
    return check(params) ? null : misfit(check.errors ?? []);
  }

  response(method: string, path: string, body: unknown): string | null {
    const schema = () => this.operation(method, path).responses['200'].content['application/json'].schema;
    return this.verdict(`response ${method} ${path}`, schema, body);
  }

  error(body: unknown): string | null {
    return this.verdict('error', () => ({ $ref: '#/components/schemas/error' }), body);
  }

  snapshotEvent(event: { type: string; data: { object: unknown } }): string | null {
    const carried = this.api['x-webhook-objects'][event.type];
    if (!carried) return `${event.type} is not in events.txt`;
    const envelope = this.verdict('event', () => ({ $ref: '#/components/schemas/event' }), event);
    return envelope ?? this.verdict(`event ${event.type}`, () => carried, event.data.object);
  }

  thinEvent(event: { type: string }): string | null {
    if (!this.isThinEvent(event.type)) return `${event.type} is not a thin event of this API version`;
    return this.verdict('thin event', () => ({ $ref: '#/components/schemas/v2.core.event' }), event);
  }

  private operation(method: string, path: string): ApiOperation {
    const operation = this.api.paths[path]?.[method.toLowerCase()];
    if (!operation) throw new Error(`${method} ${path} is not in endpoints.txt`);
    return operation;
  }

  private verdict(key: string, schema: () => Schema, value: unknown): string | null {
    const check = this.compile(this.answers, key, schema);
    return check(value) ? null : (check.errors ?? []).slice(0, 6).map(describe).join(' | ');
  }

  private compile(ajv: Ajv2020, key: string, schema: () => Schema): ValidateFunction {
    const known = this.compiled.get(key);
    if (known) return known;
    const made = ajv.compile(
      JSON.parse(JSON.stringify(schema()).replaceAll('"#/components/', '"api#/components/')) as Schema,
    );
    this.compiled.set(key, made);
    return made;
  }
}

const AJV = {
  strict: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
  allErrors: true,
  allowUnionTypes: true,
  validateFormats: false,
} as const;

function requestSchema(operation: ApiOperation): Schema {
  const body = operation.requestBody && Object.values(operation.requestBody.content)[0]?.schema;
  if (body) return body;
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(query.map((parameter) => [parameter.name, parameter.schema])),
    required: query.filter((parameter) => parameter.required).map((parameter) => parameter.name),
  };
}

// The declarations call a v2 field that was not included optional; over the wire it is there, and null.
function nullableInV2([name, schema]: [string, Schema]): [string, Schema] {
  return [name, name.startsWith('v2.') ? optionalOrNull(schema) : schema];
}

function optionalOrNull(schema: Schema): Schema {
  if (!schema.properties) return schema;
  const properties = Object.entries(schema.properties).map(([name, property]): [string, Schema] => [
    name,
    schema.required?.includes(name)
      ? optionalOrNull(property)
      : { anyOf: [optionalOrNull(property), { type: 'null' }] },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function misfit(errors: readonly ErrorObject[]): Misfit {
  const unknown = errors.find((error) => error.keyword === 'additionalProperties');
  if (unknown) {
    const param = bracketed(unknown.instancePath, String(unknown.params['additionalProperty']));
    return { code: 'parameter_unknown', param, message: `Received unknown parameter: ${param}` };
  }
  const missing = errors.find((error) => error.keyword === 'required');
  if (missing) {
    const param = bracketed(missing.instancePath, String(missing.params['missingProperty']));
    return { code: 'parameter_missing', param, message: `Missing required param: ${param}.` };
  }
  const error = errors[0];
  const param = bracketed(error?.instancePath ?? '');
  return { code: 'parameter_invalid', param, message: `Invalid ${param}: ${error?.message ?? 'not accepted'}` };
}

function bracketed(pointer: string, last?: string): string {
  const [first, ...rest] = [...pointer.split('/').filter(Boolean), ...(last === undefined ? [] : [last])];
  return `${first ?? ''}${rest.map((part) => `[${part}]`).join('')}`;
}

function describe(error: ErrorObject): string {
  const named = error.params['additionalProperty'] ?? error.params['missingProperty'];
  return `${error.instancePath || '/'} ${error.message}${error.keyword === 'additionalProperties' ? `: ${String(named)}` : ''}`;
}
