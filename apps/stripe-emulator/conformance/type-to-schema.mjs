import ts from 'typescript';

import { listSchema, v2ListSchema } from './envelopes.mjs';

const IS = ts.TypeFlags;

/** The declarations say `number` for both; these are not whole. */
const NOT_WHOLE = /^(exchange_rate|percent.*|.*_percent|rate|score|.*_percentage|.*_decimal)$/;
const METADATA_LIMITS = { maxProperties: 50, propertyNames: { maxLength: 40 } };
const METADATA_VALUE = { type: 'string', maxLength: 500 };

/** An object with a field for each payment method type keeps only these: the rest would be most of the schema. */
const KEPT_PAYMENT_METHODS = new Set(['card', 'us_bank_account', 'link', 'stripe_account']);
const OTHER_PAYMENT_METHODS = ['ach_credit_transfer', 'ach_debit', 'stripe_account', 'wechat', 'multibanco', 'acss_debit'];
const SIGN_OF_PAYMENT_METHODS = 5;

/** Resources that only stand inside others. */
const NESTED_RESOURCES = ['transfer_reversal', 'event'];

/** Turns types of the SDK into JSON Schema. Resources that no endpoint answers shrink to their id and name. */
export class TypeToSchema {
  #sdk;
  #checker;
  #paymentMethods;
  #known;
  #found = new Map();
  #within = [];

  constructor(sdk, answered) {
    this.#sdk = sdk;
    this.#checker = sdk.checker;
    this.#paymentMethods = new Set([...sdk.paymentMethodTypes(), ...OTHER_PAYMENT_METHODS]);
    this.#known = new Set([...answered.flatMap((type) => this.#resourcesIn(type)), ...NESTED_RESOURCES]);
  }

  ofRequest(type) {
    return this.#convert(withoutUndefined(type), { isRequest: true });
  }

  ofAnswer(type, { asResource = false } = {}) {
    if (asResource) this.#resourcesIn(type).forEach((name) => this.#known.add(name));
    return this.#convert(type, { isRequest: false });
  }

  /** The schemas of all resources that were met, in alphabetical order. */
  resources() {
    const schemas = {};
    for (const [name, type] of this.#found) schemas[name] = this.#object(type, { isRequest: false });
    return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  #convert(type, context) {
    if (isOpenString(type)) return { type: 'string', 'x-open': true };
    if (this.#isDecimal(type)) return { type: 'string', format: 'decimal' };
    if (type.flags & (IS.Any | IS.Unknown)) return {};
    if (type.flags & IS.Null) return { type: 'null' };
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (type.isNumberLiteral()) return { type: 'integer', enum: [type.value] };
    if (type.flags & IS.BooleanLiteral) return { type: 'boolean', enum: [this.#checker.typeToString(type) === 'true'] };
    if (type.flags & IS.Boolean) return { type: 'boolean' };
    if (type.flags & IS.String) return { type: 'string' };
    if (type.flags & IS.Number) return { type: NOT_WHOLE.test(context.field ?? '') ? 'number' : 'integer' };
    if (type.flags & IS.BigInt) return { type: 'string', pattern: '^-?\\d+$' };
    if (type.isUnion()) return this.#union(type, context);
    if (type.isIntersection()) return this.#intersection(type, context);
    return type.flags & IS.Object ? this.#objectLike(type, context) : {};
  }

  /** A response type is the resource and the SDK's own `lastResponse`. */
  #intersection(type, context) {
    const parts = type.types.filter((part) => !part.getProperty('lastResponse'));
    return parts.length === 1 ? this.#convert(parts[0], context) : this.#object(type, context);
  }

  #objectLike(type, context) {
    const name = type.symbol?.name;
    const inner = () => this.#convert(this.#checker.getTypeArguments(type)[0], { ...context, field: undefined });
    if (name === 'Date') return { type: context.isRequest ? 'integer' : 'string' };
    if (this.#checker.isArrayType(type)) return { type: 'array', items: inner() };
    if (name === 'ApiList') return listSchema(inner());
    if (name === 'V2List') return v2ListSchema(inner());
    const resource = context.isRequest ? null : this.#resource(type);
    return resource ? this.#reference(resource, type) : this.#object(type, context);
  }

  #reference(name, type) {
    if (!this.#known.has(name)) {
      const object = { type: 'string', enum: [name.replace(/^deleted_/, '')] };
      return { type: 'object', required: ['id', 'object'], properties: { id: { type: 'string' }, object } };
    }
    if (!this.#found.has(name)) this.#found.set(name, type);
    return { $ref: `#/components/schemas/${name}` };
  }

  #union(type, context) {
    const types = type.types.filter((one) => !(one.flags & (IS.Null | IS.Undefined)));
    const literals = types.filter((one) => one.isStringLiteral()).map((one) => one.value);
    const isOpen = types.some(isOpenString);
    const isText = types.some((one) => one.flags & IS.String);
    const others = types.filter((one) => !one.isStringLiteral() && !(one.flags & (IS.BooleanLiteral | IS.String)) && !isOpenString(one));
    // An id that may be expanded: only into what some endpoint answers.
    const isMet = (one) => !isText || context.isRequest || !this.#resource(one) || this.#known.has(this.#resource(one));
    const isNumber = (one) => one.flags & IS.Number;
    const alternatives = [
      ...this.#booleans(types.filter((one) => one.flags & IS.BooleanLiteral)),
      ...others.filter((one) => !isNumber(one) && isMet(one)).map((one) => this.#convert(one, context)),
      ...others.filter(isNumber).map((one) => this.#convert(one, context)),
      ...texts({ isText, isOpen, literals }),
    ];
    const distinct = [...new Map(alternatives.map((one) => [JSON.stringify(one), one])).values()];
    const schema = distinct.length === 1 ? distinct[0] : { anyOf: distinct };
    return type.types.some((one) => one.flags & IS.Null) ? orNull(schema) : schema;
  }

  #booleans(literals) {
    if (literals.length === 2) return [{ type: 'boolean' }];
    return literals.map((one) => this.#convert(one, {}));
  }

  #object(type, context) {
    // A type within itself ends there.
    if (this.#within.includes(type)) return {};
    this.#within.push(type);
    const fields = this.#fields(type).map((field) => this.#field(field, context));
    const properties = Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
    const required = fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
    const additionalProperties = this.#others(type, context);
    this.#within.pop();
    return {
      type: 'object',
      ...(fields.length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties,
    };
  }

  #fields(type) {
    const all = this.#checker.getPropertiesOfType(type).filter(({ name }) => name !== 'lastResponse');
    const some = all.filter((field) => !isVoid(withoutUndefined(this.#sdk.typeOf(field))));
    const isByMethod = all.filter(({ name }) => this.#paymentMethods.has(name)).length >= SIGN_OF_PAYMENT_METHODS;
    return isByMethod ? some.filter(({ name }) => !this.#paymentMethods.has(name) || KEPT_PAYMENT_METHODS.has(name)) : some;
  }

  #field(field, context) {
    const isOptional = Boolean(field.flags & ts.SymbolFlags.Optional);
    const type = this.#sdk.typeOf(field);
    const schema = this.#convert(isOptional ? withoutUndefined(type) : type, { ...context, field: field.name });
    return { name: field.name, isOptional, schema: field.name === 'metadata' && context.isRequest ? limited(schema) : schema };
  }

  /** What fields beside the named ones may hold. */
  #others(type, context) {
    const index = this.#checker.getIndexInfosOfType(type).find(({ keyType }) => keyType.flags & IS.String);
    if (!index) return false;
    return context.field === 'metadata' ? METADATA_VALUE : this.#convert(index.type, { ...context, field: undefined });
  }

  #resourcesIn(type) {
    return (type.isUnion() ? type.types : [type]).map((one) => this.#resource(one)).filter(Boolean);
  }

  /** `charge` for the type whose `object` is 'charge', `deleted_customer` for what is left of one. */
  #resource(type) {
    const named = type.flags & IS.Object && type.getProperty('object');
    const name = named && this.#sdk.typeOf(named);
    if (!name || !name.isStringLiteral() || name.value === 'list') return null;
    const deleted = type.getProperty('deleted');
    const isDeleted = deleted && this.#checker.typeToString(this.#sdk.typeOf(deleted)) === 'true';
    return isDeleted && type.getProperties().length <= 4 ? `deleted_${name.value}` : name.value;
  }

  #isDecimal(type) {
    return this.#checker.typeToString(type).startsWith('Decimal') || Boolean(type.flags & IS.Object && type.getProperty('_coefficient'));
  }
}

function texts({ isText, isOpen, literals }) {
  if (isText) return [{ type: 'string' }];
  if (literals.length > 0) return [{ type: 'string', enum: literals, ...(isOpen ? { 'x-open': true } : {}) }];
  return isOpen ? [{ type: 'string', 'x-open': true }] : [];
}

function orNull(schema) {
  if (schema.enum) return { ...schema, type: [schema.type, 'null'].flat(), enum: [...schema.enum, null] };
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
}

function limited(schema) {
  if (schema.anyOf) return { anyOf: schema.anyOf.map(limited) };
  return schema.type === 'object' ? { ...schema, ...METADATA_LIMITS } : schema;
}

/** `string & {}`: the SDK's way to say that more values may come. */
function isOpenString(type) {
  return type.aliasSymbol?.name === 'OtherString' || (type.isIntersection() && type.types.some((part) => part.flags & IS.String));
}

function isVoid(type) {
  return Boolean(type.flags & IS.Void) || (type.isUnion() && type.types.every((one) => one.flags & (IS.Void | IS.Undefined)));
}

/** Keeps null, drops undefined. */
function withoutUndefined(type) {
  if (!type.isUnion()) return type;
  const types = type.types.filter((one) => !(one.flags & IS.Undefined));
  if (types.length === type.types.length) return type;
  if (types.length === 1) return types[0];
  return Object.assign(Object.create(Object.getPrototypeOf(type)), type, { types, aliasSymbol: undefined, isUnion: () => true });
}
