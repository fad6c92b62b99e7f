import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const LIST_PROMISES = new Set(['ApiListPromise', 'ApiSearchResultPromise', 'V2ListPromise']);

/** What the installed `stripe` package can call, found in its JavaScript, and of which types, found in its declarations. */
export class Sdk {
  constructor(folder) {
    this.folder = path.join(folder, 'esm/resources');
    this.version = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
    this.apiVersion = /ApiVersion = '([^']+)'/.exec(readFileSync(path.join(folder, 'esm/apiVersion.js'), 'utf8'))[1];
    const files = declarationsIn(this.folder);
    this.program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: [],
    });
    this.checker = this.program.getTypeChecker();
    this.calls = new Map(files.flatMap(callsIn));
    this.snapshotEvents = this.#snapshotEvents();
  }

  /** The parameters' and the answer's type of one endpoint. Throws when the SDK has no such call. */
  method(http, route) {
    const call = this.calls.get(`${http} ${nameless(route)}`);
    if (!call) throw new Error(`The SDK has no ${http} ${route}.`);
    const params = this.#signature(call).getParameters().find(({ name }) => name === 'params');
    const returned = this.#signature(call).getReturnType();
    const [inner] = returned.aliasTypeArguments ?? this.checker.getTypeArguments(returned);
    const isList = LIST_PROMISES.has(returned.symbol?.name);
    return {
      http,
      route,
      params: params && this.typeOf(params),
      returns: inner.aliasSymbol?.name === 'Response' && !isList ? inner.aliasTypeArguments[0] : inner,
      list: isList ? returned.symbol.name : null,
    };
  }

  /** The type of `data.object` of a snapshot event. Throws when the SDK has no such event. */
  eventObject(type) {
    const event = this.snapshotEvents.get(type);
    if (!event) throw new Error(`The SDK has no event ${type}.`);
    return this.typeOf(this.typeOf(event.getProperty('data')).getProperty('object'));
  }

  /** The names of all event notifications, in alphabetical order. */
  thinEvents() {
    const text = readFileSync(path.join(this.folder, 'V2/Core/Events.d.ts'), 'utf8');
    return [...new Set([...text.matchAll(/'((?:v1|v2)\.[^']+)'/g)].map(([, name]) => name))].toSorted((a, b) => (a < b ? -1 : 1));
  }

  /** The payment method types, which are also the names of the fields for each. */
  paymentMethodTypes() {
    const declared = this.#interfaces('PaymentMethods.d.ts').find(({ name }) => name.text === 'PaymentMethod');
    const type = this.typeOf(this.checker.getTypeAtLocation(declared).getProperty('type'));
    return type.types.filter((one) => one.isStringLiteral()).map(({ value }) => value);
  }

  typeOf(symbol) {
    return this.checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration ?? symbol.declarations[0]);
  }

  #signature({ file, className, method }) {
    const declared = this.#statements(file).find((node) => ts.isClassDeclaration(node) && node.name?.text === className);
    const overloads = declared.members.filter((member) => ts.isMethodDeclaration(member) && member.name.getText() === method);
    return this.checker.getSignatureFromDeclaration(overloads.at(-1));
  }

  #snapshotEvents() {
    const declared = this.#interfaces('Events.d.ts').filter(({ name }) => name.text.endsWith('Event'));
    const types = declared.map((one) => this.checker.getTypeAtLocation(one)).filter((type) => type.getProperty('type'));
    return new Map(types.map((type) => [this.typeOf(type.getProperty('type')).value, type]));
  }

  #interfaces(file) {
    return this.#statements(path.join(this.folder, file)).filter((node) => ts.isInterfaceDeclaration(node));
  }

  #statements(file) {
    return this.program.getSourceFile(file).statements;
  }
}

/** `[['POST /v1/x/{}', { file, className, method }]]` for each `this._makeRequest('POST', `/v1/x/${...}`)` of a file. */
function callsIn(file) {
  const script = file.replace(/\.d\.ts$/, '.js');
  if (!existsSync(script)) return [];
  const source = ts.createSourceFile(script, readFileSync(script, 'utf8'), ts.ScriptTarget.ES2022, true);
  const classes = source.statements.filter((node) => ts.isClassDeclaration(node) && node.name);
  return classes.flatMap((declared) =>
    declared.members
      .filter((member) => ts.isMethodDeclaration(member) && member.body)
      .flatMap((member) =>
        requestsIn(member.body).map((key) => [key, { file, className: declared.name.text, method: member.name.text }]),
      ),
  );
}

function requestsIn(node) {
  if (!ts.isCallExpression(node) || !node.expression.getText().endsWith('._makeRequest')) {
    const found = [];
    node.forEachChild((child) => void found.push(...requestsIn(child)));
    return found;
  }
  const [http, route] = node.arguments;
  if (!ts.isStringLiteral(http)) return [];
  if (ts.isStringLiteralLike(route)) return [`${http.text} ${route.text}`];
  if (!ts.isTemplateExpression(route)) return [];
  return [`${http.text} ${route.head.text}${route.templateSpans.map((span) => `{}${span.literal.text}`).join('')}`];
}

function nameless(route) {
  return route.replace(/\{[^}]+\}/g, '{}');
}

function declarationsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return declarationsIn(file);
    return entry.name.endsWith('.d.ts') ? [file] : [];
  });
}
