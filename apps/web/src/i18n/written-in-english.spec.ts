import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import ts from 'typescript';

const SOURCE = resolve('apps/web/src');
/** What a reader sees or hears; a sentence in one of these, or between tags, belongs in a message. */
const SAID = new Set([
  'title',
  'label',
  'placeholder',
  'aria-label',
  'alt',
  'lede',
  'note',
  'caption',
  'legend',
  'hint',
  'prompt',
  'verb',
]);
/** Names of things, the same in every language. */
const NAMES = new Set(['Kontor', 'Stripe', 'h', 'px', 'CSV', 'PDF', 'min', 'Ctrl K']);

/** Screens that still speak English alone. It only ever shrinks, and is empty when all speak three languages. */
const NOT_YET: readonly string[] = [];

test('no screen writes its sentences itself', () => {
  const speaking = ['routes', 'features', 'ui'].flatMap(sourcesIn).filter((path) => englishIn(path).length > 0);
  const found = speaking.map((path) => relative(SOURCE, path)).toSorted();
  const unexpected = found.filter((path) => !NOT_YET.includes(path));
  const sentences = unexpected.flatMap((path) => englishIn(join(SOURCE, path)).map((text) => `${path}: ${text}`));
  expect(sentences).toEqual([]);
  expect(NOT_YET.filter((path) => !found.includes(path))).toEqual([]);
});

test('a sentence between tags, in an attribute or behind a condition is found', () => {
  const source = `const a = <p title="A title" className="b">Hello {x ? 'one more' : <b>bold</b>} {t('key')}</p>;`;
  expect(englishOf(source)).toEqual(['A title', 'Hello', 'one more', 'bold']);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => join(SOURCE, folder, path));
}

function englishIn(path: string): string[] {
  return englishOf(readFileSync(path, 'utf8'));
}

function englishOf(source: string): string[] {
  const file = ts.createSourceFile('screen.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxAttribute(node) && SAID.has(node.name.getText()) && node.initializer) literals(node.initializer, keep);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) literals(node.expression, keep);
    if (ts.isPropertyAssignment(node) && SAID.has(node.name.getText())) literals(node.initializer, keep);
    ts.forEachChild(node, visit);
  };
  const keep = (text: string) => {
    const said = text.replaceAll(/&\w+;/g, ' ').trim();
    if (/\p{L}{2}/u.test(said) && !NAMES.has(said)) found.push(said);
  };
  visit(file);
  return found;
}

/** The strings that an expression may come to: itself, or a branch of it. */
function literals(node: ts.Node, keep: (text: string) => void): void {
  if (ts.isStringLiteralLike(node)) return keep(node.text);
  if (ts.isTemplateExpression(node)) {
    for (const text of [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]) keep(text);
    return;
  }
  if (ts.isConditionalExpression(node)) {
    literals(node.whenTrue, keep);
    literals(node.whenFalse, keep);
  } else if (ts.isBinaryExpression(node)) {
    literals(node.right, keep);
    if (node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) literals(node.left, keep);
  } else if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) {
    if (node.expression) literals(node.expression, keep);
  }
}
