#!/usr/bin/env node
// Builds an OpenAPI 3.1 subset from the type declarations of the installed `stripe` package, at exactly the API
// version that the SDK pins. Stripe generates those declarations from its own specification.
//
//   node make-schema.mjs --stripe ./node_modules/stripe --endpoints endpoints.txt --events events.txt --out schema.json
//
// Exact: paths, methods, parameter names and required-ness, unions and enums, nullability, expandable fields, and which
// object an event carries. Not in the declarations: maxLength, pattern, minimum and maximum, integer or number; a
// `number` becomes an integer except for the names in NON_INTEGER.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const args = Object.fromEntries(
  process.argv
    .slice(2)
    .join('\u0001')
    .split(/\u0001?--/)
    .filter(Boolean)
    .map((s) => {
      const [k, ...v] = s.split('\u0001');
      return [k, v.length ? v.join(' ') : true];
    }),
);
const root = path.resolve(args.stripe);
const esm = path.join(root, 'esm');
const resDir = path.join(esm, 'resources');
const pkg = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const apiVersion = /ApiVersion = '([^']+)'/.exec(fs.readFileSync(path.join(esm, 'apiVersion.js'), 'utf8'))[1];
const norm = (p) => p.replace(/\{[^}]+\}/g, '{}');
const want = fs
  .readFileSync(args.endpoints, 'utf8')
  .split('\n')
  .map((l) => l.trim())
  .filter((l) => l && !l.startsWith('#'))
  .map((l) => l.split(/\s+/))
  .map(([m, p]) => ({ m, p, key: m + ' ' + norm(p) }));
const wantEvents = args.events
  ? fs
      .readFileSync(args.events, 'utf8')
      .split('\n')
      .map((l) => l.trim())
      .filter((l) => l && !l.startsWith('#'))
  : [];
const keepPm = new Set(String(args['keep-pm'] || 'card,us_bank_account,link,stripe_account').split(','));
const NON_INTEGER = /^(exchange_rate|percent.*|.*_percent|rate|score|.*_percentage|.*_decimal)$/;
const LIMITS = { metadata: { maxProperties: 50, propertyNames: { maxLength: 40 } } };
const METADATA_VALUE_MAX = 500;

// ---------- program
const walk = (d) =>
  fs
    .readdirSync(d, { withFileTypes: true })
    .flatMap((e) =>
      e.isDirectory() ? walk(path.join(d, e.name)) : e.name.endsWith('.d.ts') ? [path.join(d, e.name)] : [],
    );
const files = walk(resDir);
const program = ts.createProgram(files, {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
});
const checker = program.getTypeChecker();

// ---------- 1. endpoint table from the .js (`this._makeRequest('GET', `/v1/x/${encodeURIComponent(id)}`…)`)
const table = new Map(); // 'POST /v1/x/{}' -> {file, cls, method, http, path, spec}
for (const dts of files) {
  const js = dts.replace(/\.d\.ts$/, '.js');
  if (!fs.existsSync(js)) continue;
  const sf = ts.createSourceFile(js, fs.readFileSync(js, 'utf8'), ts.ScriptTarget.ES2022, true);
  sf.forEachChild((node) => {
    if (!ts.isClassDeclaration(node) || !node.name) return;
    for (const m of node.members) {
      if (!ts.isMethodDeclaration(m) || !m.body) continue;
      (function find(n) {
        if (ts.isCallExpression(n) && n.expression.getText(sf).endsWith('._makeRequest')) {
          const [a, b] = n.arguments;
          if (!ts.isStringLiteral(a)) return;
          let p = null;
          if (ts.isStringLiteral(b) || ts.isNoSubstitutionTemplateLiteral(b)) p = b.text;
          else if (ts.isTemplateExpression(b))
            p =
              b.head.text +
              b.templateSpans
                .map(
                  (s) =>
                    '{' +
                    (s.expression.getText(sf).match(/encodeURIComponent\((?:String\()?(\w+)/)?.[1] || 'x') +
                    '}' +
                    s.literal.text,
                )
                .join('');
          if (p) {
            const k = a.text + ' ' + norm(p);
            if (!table.has(k))
              table.set(k, { dts, cls: node.name.text, method: m.name.getText(sf), http: a.text, path: p });
          }
          return;
        }
        n.forEachChild(find);
      })(m.body);
    }
  });
}

// ---------- helpers over types
const F = ts.TypeFlags;
const schemas = {};
const pending = new Map();
const propType = (sym) => checker.getTypeOfSymbolAtLocation(sym, sym.valueDeclaration || sym.declarations[0]);
function objectLiteral(t) {
  // 'charge' when the type has `object: 'charge'` and an id (or is a known singleton)
  if (!(t.flags & F.Object)) return null;
  const o = t.getProperty('object');
  if (!o) return null;
  const ot = propType(o);
  if (!ot.isStringLiteral() || ot.value === 'list') return null;
  const del = t.getProperty('deleted');
  if (del) {
    const dt = propType(del);
    if (dt.flags & F.BooleanLiteral && checker.typeToString(dt) === 'true' && t.getProperties().length <= 4)
      return 'deleted_' + ot.value;
  }
  return ot.value;
}
const topResources = new Set();
let pmTypes = new Set();
const isPmBag = (names) => names.filter((n) => pmTypes.has(n)).length >= 5;
const LIB = /\/(esm\/lib|esm\/shared)\.d\.ts$/;

function nullable(s, isNull) {
  if (!isNull) return s;
  if (s.type && !Array.isArray(s.type) && !s.enum && !s.const) return { ...s, type: [s.type, 'null'] };
  if (s.enum) return { ...s, type: Array.isArray(s.type) ? s.type : [s.type, 'null'], enum: [...s.enum, null] };
  return { anyOf: [...(s.anyOf && Object.keys(s).length === 1 ? s.anyOf : [s]), { type: 'null' }] };
}
function conv(t, ctx) {
  const f = t.flags;
  const a = t.aliasSymbol?.name;
  if (a === 'OtherString') return { type: 'string', 'x-open': true };
  if (
    a === 'Decimal' ||
    /^Decimal(Impl)?\b/.test(checker.typeToString(t)) ||
    (t.isIntersection() && t.types.some((x) => x.symbol?.name === 'DecimalImpl' || x.getProperty?.('_coefficient')))
  )
    return { type: 'string', format: 'decimal' };
  if (f & (F.Any | F.Unknown)) return {};
  if (f & F.Null) return { type: 'null' };
  if (t.isStringLiteral()) return { type: 'string', enum: [t.value] };
  if (t.isNumberLiteral()) return { type: 'integer', enum: [t.value] };
  if (f & F.BooleanLiteral) return { type: 'boolean', enum: [checker.typeToString(t) === 'true'] };
  if (f & F.Boolean) return { type: 'boolean' };
  if (f & F.String) return { type: 'string' };
  if (f & F.Number) return { type: NON_INTEGER.test(ctx.prop || '') ? 'number' : 'integer' };
  if (f & F.BigInt) return { type: 'string', pattern: '^-?\\d+$' };
  if (t.isUnion()) return convUnion(t, ctx);
  if (t.isIntersection()) {
    if (t.types.some((x) => x.flags & F.String)) return { type: 'string', 'x-open': true }; // string & {} = OtherString
    const nonMeta = t.types.filter((x) => !x.getProperty('lastResponse'));
    if (nonMeta.length === 1) return conv(nonMeta[0], ctx); // Response<T>
    return convObject(t, ctx);
  }
  if (f & F.Object) {
    const sn = t.symbol?.name;
    if (sn === 'Decimal' || t.getProperty('_coefficient') || checker.typeToString(t).startsWith('Decimal'))
      return { type: 'string', format: 'decimal' };
    if (sn === 'Date') return ctx.req ? { type: 'integer' } : { type: 'string' };
    if (checker.isArrayType(t))
      return { type: 'array', items: conv(checker.getTypeArguments(t)[0], { ...ctx, prop: undefined }) };
    if (sn === 'ApiList' || sn === 'V2List') {
      const el = conv(checker.getTypeArguments(t)[0], { ...ctx, prop: undefined });
      return sn === 'ApiList'
        ? {
            type: 'object',
            required: ['object', 'data', 'has_more', 'url'],
            properties: {
              object: { type: 'string', enum: ['list'] },
              data: { type: 'array', items: el },
              has_more: { type: 'boolean' },
              url: { type: 'string' },
              total_count: { type: 'integer' },
            },
            additionalProperties: false,
          }
        : {
            type: 'object',
            required: ['data', 'next_page_url', 'previous_page_url'],
            properties: {
              data: { type: 'array', items: el },
              next_page_url: { type: ['string', 'null'] },
              previous_page_url: { type: ['string', 'null'] },
            },
            additionalProperties: false,
          };
    }
    const res = !ctx.req && objectLiteral(t);
    if (res) {
      if (ctx.top) topResources.add(res);
      if (!topResources.has(res) && !ctx.collect)
        return {
          type: 'object',
          required: ['id', 'object'],
          properties: { id: { type: 'string' }, object: { type: 'string', enum: [res.replace(/^deleted_/, '')] } },
        };
      if (!(res in schemas) && !pending.has(res)) pending.set(res, t);
      return { $ref: '#/components/schemas/' + res };
    }
    return convObject(t, ctx);
  }
  return {};
}
function convUnion(t, ctx) {
  let types = t.types;
  const isNull = types.some((x) => x.flags & F.Null);
  types = types.filter((x) => !(x.flags & (F.Null | F.Undefined)));
  const lits = types.filter((x) => x.isStringLiteral()).map((x) => x.value);
  const open = types.some(
    (x) => x.aliasSymbol?.name === 'OtherString' || (x.isIntersection() && x.types.some((y) => y.flags & F.String)),
  );
  const hasString = types.some((x) => x.flags & F.String);
  const bools = types.filter((x) => x.flags & F.BooleanLiteral);
  let rest = types.filter(
    (x) =>
      !x.isStringLiteral() &&
      !(x.flags & (F.BooleanLiteral | F.String)) &&
      !(x.aliasSymbol?.name === 'OtherString' || (x.isIntersection() && x.types.some((y) => y.flags & F.String))),
  );
  const alts = [];
  if (bools.length === 2) alts.push({ type: 'boolean' });
  else if (bools.length) alts.push(conv(bools[0], ctx));
  // expandable field: string | Resource (| DeletedResource): keep only resources of our own endpoints
  if (hasString && !ctx.req)
    rest = rest.filter((x) => {
      const r = objectLiteral(x);
      return !r || topResources.has(r);
    });
  const nums = rest.filter((x) => x.flags & F.Number);
  rest = rest.filter((x) => !(x.flags & F.Number));
  for (const r of rest) alts.push(conv(r, ctx));
  if (nums.length) alts.push(conv(nums[0], ctx));
  if (hasString) alts.push({ type: 'string' });
  else if (lits.length) alts.push({ type: 'string', enum: lits, ...(open ? { 'x-open': true } : {}) });
  else if (open) alts.push({ type: 'string', 'x-open': true });
  const uniq = [...new Map(alts.map((x) => [JSON.stringify(x), x])).values()];
  return nullable(uniq.length === 1 ? uniq[0] : { anyOf: uniq }, isNull);
}
const stack = [];
function convObject(t, ctx) {
  const idx = checker.getIndexInfosOfType(t).find((i) => i.keyType.flags & F.String);
  if (stack.includes(t)) return {};
  stack.push(t);
  try {
    let props = checker.getPropertiesOfType(t).filter((p) => p.name !== 'lastResponse');
    const names = props.map((p) => p.name);
    if (isPmBag(names)) props = props.filter((p) => !pmTypes.has(p.name) || keepPm.has(p.name));
    const properties = {},
      required = [];
    for (const p of props) {
      let pt = propType(p);
      const opt = !!(p.flags & ts.SymbolFlags.Optional);
      if (opt) pt = removeUndefined(pt);
      if (pt.flags & F.Void || (pt.isUnion() && pt.types.every((x) => x.flags & (F.Void | F.Undefined)))) continue; // `deleted?: void`
      const s = conv(pt, { ...ctx, prop: p.name, top: false });
      properties[p.name] = p.name in LIMITS && ctx.req ? limit(s, LIMITS[p.name]) : s;
      if (!opt) required.push(p.name);
    }
    const o = { type: 'object' };
    if (Object.keys(properties).length) o.properties = properties;
    if (required.length) o.required = required;
    if (idx) {
      o.additionalProperties = conv(idx.type, { ...ctx, prop: undefined });
      if (ctx.prop === 'metadata')
        o.additionalProperties = ctx.req
          ? { type: 'string', maxLength: METADATA_VALUE_MAX }
          : { type: 'string', maxLength: METADATA_VALUE_MAX };
    } else o.additionalProperties = false;
    return o;
  } finally {
    stack.pop();
  }
}
const limit = (s, l) =>
  s.anyOf
    ? { anyOf: s.anyOf.map((x) => (x.type === 'object' ? { ...x, ...l } : x)) }
    : s.type === 'object'
      ? { ...s, ...l }
      : s;
function removeUndefined(t) {
  // keep null, drop undefined
  if (!t.isUnion()) return t;
  const keep = t.types.filter((x) => !(x.flags & F.Undefined));
  if (keep.length === t.types.length) return t;
  if (keep.length === 1) return keep[0];
  return Object.assign(Object.create(Object.getPrototypeOf(t)), t, {
    types: keep,
    aliasSymbol: undefined,
    isUnion: () => true,
  });
}

// ---------- 2. resolve wanted methods
const srcOf = (f) => program.getSourceFile(f);
function findClass(dts, cls) {
  let r;
  srcOf(dts).forEachChild((n) => {
    if (ts.isClassDeclaration(n) && n.name?.text === cls) r = n;
  });
  return r;
}
{
  // payment-method types, for pruning
  const sf = srcOf(path.join(resDir, 'PaymentMethods.d.ts'));
  sf.forEachChild((n) => {
    if (ts.isInterfaceDeclaration(n) && n.name.text === 'PaymentMethod') {
      const t = checker.getTypeAtLocation(n);
      const ty = propType(t.getProperty('type'));
      pmTypes = new Set((ty.isUnion() ? ty.types : [ty]).filter((x) => x.isStringLiteral()).map((x) => x.value));
      ['ach_credit_transfer', 'ach_debit', 'stripe_account', 'wechat', 'multibanco', 'acss_debit'].forEach((x) =>
        pmTypes.add(x),
      );
    }
  });
}
const methods = [],
  missing = [];
for (const w of want) {
  const e = table.get(w.key);
  if (!e) {
    missing.push(w.key);
    continue;
  }
  const c = findClass(e.dts, e.cls);
  const decl = c.members.filter((m) => ts.isMethodDeclaration(m) && m.name.getText() === e.method).at(-1);
  const sig = checker.getSignatureFromDeclaration(decl);
  const ps = sig.getParameters();
  const pParams = ps.find((p) => p.name === 'params');
  let ret = sig.getReturnType();
  const retArgs = (t) => t.aliasTypeArguments || checker.getTypeArguments(t);
  let list = null;
  const rn = ret.symbol?.name;
  if (/^(ApiListPromise|ApiSearchResultPromise|V2ListPromise)$/.test(rn)) {
    list = rn;
    ret = retArgs(ret)[0];
  } else {
    ret = checker.getTypeArguments(ret)[0];
    if (ret?.aliasSymbol?.name === 'Response') ret = ret.aliasTypeArguments[0];
  }
  methods.push({
    ...e,
    want: w,
    params: pParams && removeUndefined(checker.getTypeOfSymbolAtLocation(pParams, pParams.valueDeclaration)),
    paramsOptional: !!pParams?.valueDeclaration?.questionToken,
    ret,
    list,
  });
}
const unwrapTop = (t) => (t.isUnion() ? t.types : [t]);
for (const m of methods)
  for (const t of unwrapTop(m.ret)) {
    const r = objectLiteral(t);
    if (r) topResources.add(r);
  }
['transfer_reversal', 'event', 'application_fee_refund'].forEach(
  (x) => x === 'application_fee_refund' || topResources.add(x),
);

// ---------- 3. emit
const paths = {};
const ERR = {
  description: 'Error response.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
};
for (const m of methods) {
  const v2 = m.path.startsWith('/v2');
  const inQuery = m.http === 'GET' || m.http === 'DELETE';
  const ps = m.params ? conv(m.params, { req: true, top: true }) : { type: 'object', additionalProperties: false };
  const pathNames = [...m.want.p.matchAll(/\{([^}]+)\}/g)].map((x) => x[1]);
  const op = {
    operationId: `${m.cls.replace(/Resource$/, '')}.${m.method}`,
    parameters: pathNames.map((n) => ({ name: n, in: 'path', required: true, schema: { type: 'string' } })),
  };
  if (inQuery)
    for (const [n, s] of Object.entries(ps.properties || {}))
      op.parameters.push({
        name: n,
        in: 'query',
        required: !!ps.required?.includes(n),
        ...(JSON.stringify(s).match(/"type":"(object|array)"/) ? { style: 'deepObject', explode: true } : {}),
        schema: s,
      });
  else
    op.requestBody = {
      required: !m.paramsOptional,
      content: {
        [v2
          ? 'application/json'
          : m.want.p === '/v1/files'
            ? 'multipart/form-data'
            : 'application/x-www-form-urlencoded']: { schema: ps },
      },
    };
  const rs = m.list ? null : conv(m.ret, { req: false });
  let schema = rs;
  if (m.list) {
    const el = conv(m.ret, { req: false });
    schema =
      m.list === 'V2ListPromise'
        ? {
            type: 'object',
            required: ['data', 'next_page_url', 'previous_page_url'],
            properties: {
              data: { type: 'array', items: el },
              next_page_url: { type: ['string', 'null'] },
              previous_page_url: { type: ['string', 'null'] },
            },
            additionalProperties: false,
          }
        : {
            type: 'object',
            required: ['object', 'data', 'has_more', 'url'],
            properties: {
              object: { type: 'string', enum: ['list'] },
              data: { type: 'array', items: el },
              has_more: { type: 'boolean' },
              url: { type: 'string' },
              total_count: { type: 'integer' },
            },
            additionalProperties: false,
          };
  }
  op.responses = { 200: { description: '', content: { 'application/json': { schema } } }, default: ERR };
  (paths[m.want.p] ??= {})[m.http.toLowerCase()] = op;
}
// ---------- events: type -> data.object
const evt = {};
const evMissing = [];
const esf = srcOf(path.join(resDir, 'Events.d.ts'));
const evDecl = new Map();
esf.forEachChild((n) => {
  if (ts.isInterfaceDeclaration(n) && n.name.text.endsWith('Event')) {
    const t = checker.getTypeAtLocation(n);
    const ty = t.getProperty('type');
    if (ty) {
      const l = propType(ty);
      if (l.isStringLiteral()) evDecl.set(l.value, t);
    }
  }
});
for (const e of wantEvents) {
  const t = evDecl.get(e);
  if (!t) {
    evMissing.push(e);
    continue;
  }
  const d = propType(t.getProperty('data'));
  const o = propType(d.getProperty('object'));
  for (const x of unwrapTop(o)) {
    const r = objectLiteral(x);
    if (r) topResources.add(r);
  }
  evt[e] = conv(o, { req: false });
}
while (pending.size) {
  const [[n, t]] = pending;
  pending.delete(n);
  schemas[n] = {};
  schemas[n] = convObject(t, { req: false });
}
if (schemas.event) {
  // generic envelope: data.object is checked against x-webhook-objects[type]
  schemas.event = {
    type: 'object',
    required: ['id', 'object', 'api_version', 'created', 'data', 'livemode', 'pending_webhooks', 'request', 'type'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^evt_' },
      object: { type: 'string', enum: ['event'] },
      account: { type: 'string' },
      context: { type: 'string' },
      api_version: { type: ['string', 'null'] },
      created: { type: 'integer' },
      data: {
        type: 'object',
        required: ['object'],
        additionalProperties: false,
        properties: { object: { type: 'object' }, previous_attributes: { type: 'object' } },
      },
      livemode: { type: 'boolean' },
      pending_webhooks: { type: 'integer' },
      request: {
        type: ['object', 'null'],
        required: ['id', 'idempotency_key'],
        properties: { id: { type: ['string', 'null'] }, idempotency_key: { type: ['string', 'null'] } },
        additionalProperties: false,
      },
      type: { type: 'string' },
    },
  };
}
if (schemas['v2.core.event']) {
  // the SDK's union of some 300 event types, as its common envelope
  const related = {
    type: ['object', 'null'],
    required: ['id', 'type', 'url'],
    properties: { id: { type: 'string' }, type: { type: 'string' }, url: { type: 'string' } },
    additionalProperties: false,
  };
  schemas['v2.core.event'] = {
    type: 'object',
    required: ['id', 'object', 'created', 'livemode', 'type'],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      object: { type: 'string', enum: ['v2.core.event'] },
      created: { type: 'string' },
      livemode: { type: 'boolean' },
      type: { type: 'string' },
      context: { type: ['string', 'null'] },
      changes: { type: ['object', 'null'] },
      data: { type: ['object', 'null'] },
      related_object: related,
      snapshot_event: { type: 'string' },
      reason: {
        type: ['object', 'null'],
        required: ['type', 'request'],
        properties: {
          type: { type: 'string', enum: ['request'] },
          request: {
            type: 'object',
            required: ['id', 'idempotency_key'],
            properties: { id: { type: 'string' }, idempotency_key: { type: 'string' } },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  };
}
schemas.error = {
  type: 'object',
  required: ['error'],
  additionalProperties: false,
  properties: {
    error: {
      type: 'object',
      required: ['type'],
      properties: {
        type: {
          type: 'string',
          enum: [
            'api_error',
            'card_error',
            'idempotency_error',
            'invalid_request_error',
            'authentication_error',
            'rate_limit_error',
            'permission_error',
            'temporary_session_expired',
          ],
          'x-open': true,
        },
        code: { type: 'string' },
        decline_code: { type: 'string' },
        advice_code: { type: 'string' },
        network_advice_code: { type: 'string' },
        network_decline_code: { type: 'string' },
        message: { type: 'string' },
        user_message: { type: 'string' },
        param: { type: 'string' },
        charge: { type: 'string' },
        doc_url: { type: 'string' },
        request_log_url: { type: 'string' },
        payment_method_type: { type: 'string' },
        source: {},
        payment_intent: { $ref: '#/components/schemas/payment_intent' },
        setup_intent: { $ref: '#/components/schemas/setup_intent' },
        payment_method: { $ref: '#/components/schemas/payment_method' },
      },
    },
  },
};
// ---------- thin event names (event notifications): the v1.* twin of each wanted snapshot event, and every v2.core.account* one
const v2ev = new Set(
  [...fs.readFileSync(path.join(resDir, 'V2/Core/Events.d.ts'), 'utf8').matchAll(/'((?:v1|v2)\.[^']+)'/g)].map(
    (m) => m[1],
  ),
);
const thin = [
  ...wantEvents.map((e) => 'v1.' + e).filter((e) => v2ev.has(e)),
  ...[...v2ev].filter((e) => /^v2\.core\.(account|event_destination)/.test(e)),
].sort();
const noThin = wantEvents.filter((e) => !v2ev.has('v1.' + e));
const out = {
  openapi: '3.1.0',
  info: {
    title: 'Stripe API (subset)',
    version: apiVersion,
    'x-source': `npm:stripe@${pkg.version} type declarations (MIT)`,
  },
  servers: [{ url: 'https://api.stripe.com/' }],
  paths,
  components: { schemas: Object.fromEntries(Object.entries(schemas).sort()) },
  'x-webhook-objects': evt,
  'x-thin-events': thin,
};
const text = JSON.stringify(out, null, args.pretty ? 1 : 0);
fs.writeFileSync(args.out, text);
console.error(
  `${methods.length} operations, ${Object.keys(schemas).length} schemas, ${Object.keys(evt).length} events, API ${apiVersion}, ${(text.length / 1024).toFixed(0)} KiB -> ${args.out}`,
);
if (missing.length) console.error('not in this SDK:\n  ' + missing.join('\n  '));
if (noThin.length) console.error('snapshot events without a thin twin: ' + noThin.join(', '));
if (evMissing.length) console.error('events not in this SDK:\n  ' + evMissing.join('\n  '));
