import { fit, type Problem } from './fit.ts';
import { type ApiOperation, type ApiSchema, readApiSchema, type Schema } from './schema-file.ts';

/** One thing in a request that the API would refuse: `param` is spelled as Stripe spells it, `a[b][0]`. */
export interface Misfit {
  readonly code: 'parameter_unknown' | 'parameter_missing' | 'parameter_invalid';
  readonly param: string;
  readonly message: string;
}

const ERROR: Schema = { $ref: '#/components/schemas/error' };
const SNAPSHOT_EVENT: Schema = { $ref: '#/components/schemas/event' };
const THIN_EVENT: Schema = { $ref: '#/components/schemas/v2.core.event' };
const MOST_NAMED = 6;

let shared: Conformance | undefined;

/** Checks what is said over the wire against the schema of the SDK's own types. */
export class Conformance {
  private readonly api: ApiSchema;
  private readonly answers: Readonly<Record<string, Schema>>;
  private readonly requests = new Map<string, Schema>();

  static load(): Conformance {
    return (shared ??= new Conformance(readApiSchema()));
  }

  private constructor(api: ApiSchema) {
    this.api = api;
    this.answers = Object.fromEntries(Object.entries(api.components.schemas).map(nullableInV2));
  }

  get version(): string {
    return this.api.info.version;
  }

  isThinEvent(type: string): boolean {
    return this.api['x-thin-events'].includes(type);
  }

  /** Checks a request's parameters, and gives them the types that the SDK declares. */
  request(method: string, path: string, params: object): { params: object; misfit: Misfit | null } {
    const key = `${method} ${path}`;
    const schema = this.requests.get(key) ?? requestSchema(path, this.operation(method, path));
    this.requests.set(key, schema);
    const { value, problems } = fit(schema, params, this.api.components.schemas, true);
    return { params: value as object, misfit: problems.length === 0 ? null : misfit(problems) };
  }

  response(method: string, path: string, body: unknown): string | null {
    return this.verdict(this.operation(method, path).responses['200'].content['application/json'].schema, body);
  }

  error(body: unknown): string | null {
    return this.verdict(ERROR, body);
  }

  snapshotEvent(event: { type: string; data: { object: unknown } }): string | null {
    const carried = this.api['x-webhook-objects'][event.type];
    if (!carried) return `${event.type} is not in events.txt`;
    return this.verdict(SNAPSHOT_EVENT, event) ?? this.verdict(carried, event.data.object);
  }

  thinEvent(event: { type: string }): string | null {
    if (!this.isThinEvent(event.type)) return `${event.type} is not a thin event of this API version`;
    return this.verdict(THIN_EVENT, event);
  }

  private operation(method: string, path: string): ApiOperation {
    const operation = this.api.paths[path]?.[method.toLowerCase()];
    if (!operation) throw new Error(`${method} ${path} is not in endpoints.txt`);
    return operation;
  }

  private verdict(schema: Schema, value: unknown): string | null {
    const { problems } = fit(schema, value, this.answers, false);
    if (problems.length === 0) return null;
    return problems
      .slice(0, MOST_NAMED)
      .map(({ at, message }) => `${at.join('.')} ${message}`)
      .join(', ');
  }
}

function requestSchema(path: string, operation: ApiOperation): Schema {
  const body = operation.requestBody && Object.values(operation.requestBody.content)[0]?.schema;
  if (body) return body;
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(query.map((parameter) => [parameter.name, parameter.schema])),
      // Not for callers to give: it comes with the path of the next page.
      ...(path.startsWith('/v2/') ? { page: { type: 'string' } } : {}),
    },
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

function misfit(problems: readonly Problem[]): Misfit {
  const worst = ['unknown', 'missing', 'wrong'].flatMap((kind) =>
    problems.filter((problem) => problem.kind === kind),
  )[0];
  const [first = '', ...rest] = worst?.at ?? [];
  const param = `${first}${rest.map((name) => `[${name}]`).join('')}`;
  if (worst?.kind === 'unknown')
    return { code: 'parameter_unknown', param, message: `Received unknown parameter: ${param}` };
  if (worst?.kind === 'missing')
    return { code: 'parameter_missing', param, message: `Missing required param: ${param}.` };
  return { code: 'parameter_invalid', param, message: `Invalid ${param}: ${worst?.message ?? 'not accepted'}` };
}
