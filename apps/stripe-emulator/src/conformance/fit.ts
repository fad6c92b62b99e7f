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
type At = readonly string[];

const REFERENCE = '#/components/schemas/';

/**
 * Checks a value against the part of JSON Schema that our schema is written in. An interpreter rather than a compiler:
 * compiling the schema costs every test file some seconds, reading it costs microseconds a call. With `reads` strings
 * are read as the numbers and booleans that the schema wants, as forms and queries carry them.
 */
export function fit(schema: Schema, value: unknown, schemas: Schemas, reads: boolean, at: At = []): Fit {
  if (typeof schema['$ref'] === 'string') {
    return fit(schemas[schema['$ref'].slice(REFERENCE.length)] ?? {}, value, schemas, reads, at);
  }
  if (Array.isArray(schema['anyOf'])) return fitAny(schema['anyOf'] as Schema[], value, schemas, reads, at);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const read = reads ? readAs(types, value) : value;
  if (types.length > 0 && !types.some((type) => isOf(type, read)))
    return wrong(at, value, `must be ${types.join(' or ')}`);
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(read))
    return wrong(at, value, `must be one of ${shortList(schema['enum'])}`);
  if (typeof read === 'string') return fitText(schema, read, at);
  if (Array.isArray(read)) return fitItems(schema, read, schemas, reads, at);
  if (typeof read === 'object' && read !== null)
    return fitObject(schema, read as Record<string, unknown>, schemas, reads, at);
  return { value: read, problems: [] };
}

function fitAny(alternatives: readonly Schema[], value: unknown, schemas: Schemas, reads: boolean, at: At): Fit {
  const fits = alternatives.map((alternative) => fit(alternative, value, schemas, reads, at));
  const found = fits.find(({ problems }) => problems.length === 0);
  if (found) return found;
  // What went deepest came closest, and says most about what is wrong.
  const depth = ({ problems }: Fit) => Math.max(...problems.map((problem) => problem.at.length));
  return fits.reduce((best, one) => (depth(one) > depth(best) ? one : best));
}

function fitText(schema: Schema, text: string, at: At): Fit {
  const longest = schema['maxLength'] as number | undefined;
  if (longest !== undefined && text.length > longest) return wrong(at, text, `must be at most ${longest} characters`);
  const pattern = schema['pattern'] as string | undefined;
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return wrong(at, text, `must match ${pattern}`);
  return { value: text, problems: [] };
}

function fitItems(schema: Schema, items: readonly unknown[], schemas: Schemas, reads: boolean, at: At): Fit {
  const fits = items.map((item, index) =>
    fit((schema['items'] as Schema | undefined) ?? {}, item, schemas, reads, [...at, String(index)]),
  );
  return { value: fits.map((one) => one.value), problems: fits.flatMap((one) => one.problems) };
}

function fitObject(schema: Schema, object: Record<string, unknown>, schemas: Schemas, reads: boolean, at: At): Fit {
  const problems: Problem[] = (schema.required ?? [])
    .filter((name) => object[name] === undefined)
    .map((name) => ({ at: [...at, name], kind: 'missing', message: 'is missing' }));
  const value: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(object)) {
    if (given === undefined) continue;
    const inner = schema.properties?.[name] ?? (schema['additionalProperties'] as Schema | boolean | undefined);
    if (inner === false) problems.push({ at: [...at, name], kind: 'unknown', message: 'is unknown' });
    if (typeof inner !== 'object') {
      value[name] = given;
      continue;
    }
    const one = fit(inner, given, schemas, reads, [...at, name]);
    value[name] = one.value;
    problems.push(...one.problems);
  }
  return { value, problems: [...problems, ...limits(schema, object, at)] };
}

function limits(schema: Schema, object: Record<string, unknown>, at: At): Problem[] {
  const names = Object.keys(object);
  const most = schema['maxProperties'] as number | undefined;
  const longest = (schema['propertyNames'] as { maxLength?: number } | undefined)?.maxLength;
  return [
    ...(most !== undefined && names.length > most ? wrong(at, object, `must have at most ${most} keys`).problems : []),
    ...names
      .filter((name) => longest !== undefined && name.length > longest)
      .flatMap((name) => wrong([...at, name], name, `must be at most ${longest} characters`).problems),
  ];
}

function readAs(types: readonly string[], value: unknown): unknown {
  if (typeof value !== 'string' || types.includes('string')) return value;
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function wrong(at: At, value: unknown, message: string): Fit {
  return { value, problems: [{ at, kind: 'wrong', message }] };
}

function shortList(values: readonly unknown[]): string {
  return values.slice(0, 5).map(String).join(', ') + (values.length > 5 ? '...' : '');
}
