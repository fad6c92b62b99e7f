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
const NAMES = new Set(['Kontor', 'Stripe', 'h', 'px', 'CSV', 'PDF', 'min']);

/** Screens that still speak English alone. It only ever shrinks, and is empty when all speak three languages. */
const NOT_YET: readonly string[] = [
  'features/billing/approve-week.tsx',
  'features/billing/card-list.tsx',
  'features/billing/card-return.tsx',
  'features/billing/earning-table.tsx',
  'features/billing/invoice-lines.tsx',
  'features/billing/invoice-table.tsx',
  'features/hiring/brief-form.tsx',
  'features/hiring/brief-line.tsx',
  'features/hiring/contract-list.tsx',
  'features/hiring/fitting-briefs.tsx',
  'features/hiring/live-prices.tsx',
  'features/hiring/match-card.tsx',
  'features/hiring/offer-dialog.tsx',
  'features/identity/invitation-list.tsx',
  'features/identity/invite-form.tsx',
  'features/identity/member-dialogs.tsx',
  'features/identity/people-list.tsx',
  'features/payouts/payee-notice.tsx',
  'features/payouts/payee-panel.tsx',
  'features/profiles/availability-grid.tsx',
  'features/profiles/profile-form.tsx',
  'features/profiles/specialty-levels.tsx',
  'features/timelog/client-weeks.tsx',
  'features/timelog/contract-week-row.tsx',
  'features/timelog/csv-faults.tsx',
  'features/timelog/csv-import.tsx',
  'features/timelog/edit-entry-dialog.tsx',
  'features/timelog/entry-list.tsx',
  'features/timelog/entry-versions.tsx',
  'features/timelog/fold-field.tsx',
  'features/timelog/log-time-dialog.tsx',
  'features/timelog/overlap-question.tsx',
  'features/timelog/quick-start.tsx',
  'features/timelog/start-timer-form.tsx',
  'features/timelog/timer-bar.tsx',
  'routes/assist/earnings.tsx',
  'routes/assist/import-time.tsx',
  'routes/assist/payouts.tsx',
  'routes/assist/profile.tsx',
  'routes/assist/time.tsx',
  'routes/assist/today.tsx',
  'routes/assist/work.tsx',
  'routes/check-your-mail.tsx',
  'routes/confirm-email.tsx',
  'routes/forgotten-password.tsx',
  'routes/hire/brief.tsx',
  'routes/hire/briefs.tsx',
  'routes/hire/cards.tsx',
  'routes/hire/contracts.tsx',
  'routes/hire/invoice.tsx',
  'routes/hire/invoices.tsx',
  'routes/hire/new-brief.tsx',
  'routes/hire/new-business.tsx',
  'routes/hire/this-week.tsx',
  'routes/hire/week.tsx',
  'routes/invitation.tsx',
  'routes/landing.tsx',
  'routes/not-found.tsx',
  'routes/public-page.tsx',
  'routes/register.tsx',
  'routes/reset-password.tsx',
  'routes/settings/people.tsx',
  'routes/shell/account-panel.tsx',
  'routes/shell/not-here.tsx',
  'routes/shell/phone-bars.tsx',
  'routes/shell/rail.tsx',
  'routes/shell/side-switch.tsx',
  'routes/shell/signed-in.tsx',
  'routes/shell/verify-notice.tsx',
  'routes/verify-email.tsx',
  'ui/crash.tsx',
  'ui/dialog.tsx',
  'ui/field.tsx',
  'ui/hours-bar.tsx',
  'ui/opening.tsx',
  'ui/states.tsx',
  'ui/theme-switch.tsx',
];

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
