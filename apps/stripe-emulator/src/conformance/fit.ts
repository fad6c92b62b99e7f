import type { Schema } from './schema-file.ts';

/** One place in which a value does not fit its schema. */
export interface Problem {
  /** Property names and indices from the top. */
  readonly at: readonly string[];
  readonly kind: 'unknown' | 'missing' | 'wrong';
  readonly message: string;
}

export interface Fit {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

type Schemas = Readonly<Record<string, Schema>>;

/** Where we are, written out only for what does not fit. */
interface At {
  readonly outer: At | null;
  readonly name: string;
}

const REFERENCE = '#/components/schemas/';
const FITS: readonly Problem[] = [];

/**
 * Checks a value against the part of JSON Schema that our schema is written in. An interpreter rather than a compiler:
 * compiling the schema costs every test file some seconds, reading it costs microseconds a call. With `reads` strings
 * are read as the numbers and booleans that the schema wants, as forms and queries carry them.
 */
export function fit(schema: Schema, value: unknown, schemas: Schemas, reads: boolean, at: At | null = null): Fit {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return fit(schemas[reference.slice(REFERENCE.length)] ?? {}, value, schemas, reads, at);
  }
  if (Array.isArray(schema['anyOf'])) return fitAny(schema['anyOf'] as Schema[], value, schemas, reads, at);
  const read = reads ? readAs(schema.type, value) : value;
  if (!isOfType(schema.type, read)) return wrong(at, value, `must be ${String(schema.type).replace(',', ' or ')}`);
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(read)) {
    return wrong(at, value, `must be one of ${shortList(schema['enum'])}`);
  }
  if (typeof read === 'string') return fitText(schema, read, at);
  if (Array.isArray(read)) return fitItems(schema, read, schemas, reads, at);
  if (typeof read === 'object' && read !== null) {
    return fitObject(schema, read as Record<string, unknown>, schemas, reads, at);
  }
  return { value: read, problems: FITS };
}

function fitAny(alternatives: readonly Schema[], value: unknown, schemas: Schemas, reads: boolean, at: At | null): Fit {
  let closest: Fit | null = null;
  for (const alternative of alternatives) {
    const one = fit(alternative, value, schemas, reads, at);
    if (one.problems.length === 0) return one;
    // What went deepest came closest, and says most about what is wrong.
    if (closest === null || depthOf(one) > depthOf(closest)) closest = one;
  }
  return closest ?? { value, problems: FITS };
}

function depthOf({ problems }: Fit): number {
  return Math.max(...problems.map((one) => one.at.length));
}

function fitText(schema: Schema, text: string, at: At | null): Fit {
  const longest = schema['maxLength'] as number | undefined;
  if (longest !== undefined && text.length > longest) return wrong(at, text, `must be at most ${longest} characters`);
  const pattern = schema['pattern'] as string | undefined;
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return wrong(at, text, `must match ${pattern}`);
  return { value: text, problems: FITS };
}

function fitItems(schema: Schema, items: readonly unknown[], schemas: Schemas, reads: boolean, at: At | null): Fit {
  const inner = (schema['items'] as Schema | undefined) ?? {};
  const fits = items.map((item, index) => fit(inner, item, schemas, reads, { outer: at, name: String(index) }));
  return { value: fits.map((one) => one.value), problems: fits.flatMap((one) => one.problems) };
}

function fitObject(
  schema: Schema,
  object: Record<string, unknown>,
  schemas: Schemas,
  reads: boolean,
  at: At | null,
): Fit {
  const problems: Problem[] = [];
  for (const name of schema.required ?? []) {
    if (object[name] === undefined) problems.push(problem({ outer: at, name }, 'missing', 'is missing'));
  }
  const value: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(object)) {
    if (given === undefined) continue;
    const inner = schema.properties?.[name] ?? (schema['additionalProperties'] as Schema | boolean | undefined);
    const here = { outer: at, name };
    if (inner === false) problems.push(problem(here, 'unknown', 'is unknown'));
    const one = typeof inner === 'object' ? fit(inner, given, schemas, reads, here) : { value: given, problems: FITS };
    value[name] = one.value;
    if (one.problems.length > 0) problems.push(...one.problems);
  }
  checkSize(schema, object, at, problems);
  return { value, problems };
}

function checkSize(schema: Schema, object: object, at: At | null, problems: Problem[]): void {
  const most = schema['maxProperties'] as number | undefined;
  if (most === undefined) return;
  const names = Object.keys(object);
  const longest = (schema['propertyNames'] as { maxLength?: number } | undefined)?.maxLength ?? Infinity;
  if (names.length > most) problems.push(problem(at, 'wrong', `must have at most ${most} keys`));
  for (const name of names) {
    if (name.length > longest) {
      problems.push(problem({ outer: at, name }, 'wrong', `must have a name of at most ${longest} characters`));
    }
  }
}

function readAs(type: Schema['type'], value: unknown): unknown {
  if (typeof value !== 'string' || type === undefined) return value;
  const wants = (one: string) => type === one || (Array.isArray(type) && type.includes(one));
  if (wants('string')) return value;
  if ((wants('integer') || wants('number')) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (wants('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function isOfType(type: Schema['type'], value: unknown): boolean {
  if (type === undefined) return true;
  return typeof type === 'string' ? isOf(type, value) : type.some((one) => isOf(one, value));
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function wrong(at: At | null, value: unknown, message: string): Fit {
  return { value, problems: [problem(at, 'wrong', message)] };
}

function problem(at: At | null, kind: Problem['kind'], message: string): Problem {
  const names: string[] = [];
  for (let place = at; place; place = place.outer) names.unshift(place.name);
  return { at: names, kind, message };
}

function shortList(values: readonly unknown[]): string {
  return values.slice(0, 5).map(String).join(', ') + (values.length > 5 ? '...' : '');
}
