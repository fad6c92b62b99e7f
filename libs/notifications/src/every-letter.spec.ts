import type { Language } from '@app/identity';
import { Money } from '@app/kernel';

import { dress } from './dress.ts';
import type { Fact, Letter, Recipient } from './letter.ts';
import * as accounts from './mails/accounts.ts';
import * as chargebacks from './mails/chargebacks.ts';
import * as contracts from './mails/contracts.ts';
import * as disputes from './mails/disputes.ts';
import * as invoices from './mails/invoices.ts';
import * as payouts from './mails/payouts.ts';
import * as privacy from './mails/privacy.ts';
import * as queries from './mails/queries.ts';
import * as refunds from './mails/refunds.ts';
import * as suspensions from './mails/suspensions.ts';
import * as work from './mails/work.ts';
import { writeLetter } from './write-letter.ts';
import { type LetterName, readWords } from './words/words.ts';

const languages = ['en', 'nb', 'sv'] as const;
const ORIGIN = 'https://kontor.example';

const when = new Date('2026-03-13T16:59:00Z');
const sum = Money.usd(1_234_50);
const part = Money.usd(12_33);
const none = Money.usd(0);

const dispute = [
  { number: 'D-7', client: 'Fjordlys', assistant: 'Beatriz', title: 'CRM', disputed: sum },
  '/hire/disputes/7',
] as const;
const query = { client: 'Fjordlys', assistant: 'Beatriz', title: 'CRM' };
const invoice = { id: '9', number: 'K-9', business: 'Fjordlys', total: sum };
const chargeback = { business: 'Fjordlys', number: 'K-9', amount: sum };
const givenBack = (cause: refunds.Cause) => ({
  ...{ invoiceId: '9', number: 'K-9', business: 'Fjordlys', title: 'CRM', assistant: 'Beatriz' },
  ...{ cause, total: sum, amount: part },
});
const causes = ['dispute', 'chargeback', 'staff', 'query', 'assistant'] as const;
const debt = { business: 'Fjordlys', title: 'CRM', taken: part };
const offer = { contractId: 'c1', client: 'Fjordlys', title: 'CRM', rate: part, answerBy: when };
const invited = { inviter: 'Ingrid', business: 'Fjordlys' };

/** Each letter in each of its turns, with the facts of one day. */
const examples: Readonly<Record<LetterName, readonly Letter[]>> = {
  'accounts.verifyEmail': [accounts.verifyEmail('t+1')],
  'accounts.alreadyRegistered': [accounts.alreadyRegistered()],
  'accounts.resetPassword': [accounts.resetPassword('t+1')],
  'accounts.passwordChanged': [accounts.passwordChanged()],
  'accounts.secondFactorsChanged': (
    [
      ...(['totp_added', 'totp_removed', 'passkey_added', 'passkey_removed'] as const),
      ...(['recovery_codes_renewed', 'recovery_code_used'] as const),
    ] as const
  ).map(accounts.secondFactorsChanged),
  'accounts.confirmNewEmail': [accounts.confirmNewEmail('t+1')],
  'accounts.emailIsChanging': [accounts.emailIsChanging('b@kontor.example')],
  'accounts.emailWasChanged': [accounts.emailWasChanged('b@kontor.example', 't+1')],
  'accounts.providerLinked': [accounts.providerLinked()],
  'accounts.memberInvited': (['owner', 'hiring', 'approver', 'finance', 'viewer'] as const).map((role) =>
    accounts.memberInvited({ ...invited, role }, 't+1'),
  ),
  'accounts.lookedAt': [accounts.lookedAt('#4711', when, when)],

  'contracts.offered': [1, 7.5, 20].map((hours) => contracts.contractOffered({ ...offer, hours })),
  'contracts.accepted': [contracts.contractAccepted('c1', 'Beatriz', 'CRM')],
  'contracts.declined': [contracts.contractDeclined('Beatriz', 'CRM')],
  'contracts.ended': [contracts.contractEnded('c1', 'Beatriz', 'CRM', 'hire')],
  'contracts.paused': [contracts.contractPaused('c1', 'Fjordlys', 'CRM')],
  'contracts.resumed': [contracts.contractResumed('Fjordlys', 'CRM')],

  'disputes.openedForAssistant': [
    ...['not_worked', 'not_as_described', 'note_missing', 'duplicate'].map((ground) =>
      disputes.openedForAssistant(dispute, { origin: 'review', ground }, when),
    ),
    disputes.openedForAssistant(dispute, { origin: 'late_claim', ground: 'fraud' }, when),
  ],
  'disputes.openedForClient': [disputes.openedForClient(dispute, when)],
  'disputes.partOffered': [disputes.partOffered(dispute, part, when)],
  'disputes.referred': (['contested', 'assistant_silent', 'offer_declined', 'offer_unanswered'] as const).map((why) =>
    disputes.referred(dispute, why, when),
  ),
  'disputes.decided': [disputes.decided(dispute, part, when), disputes.decided(dispute, none, null)],
  'disputes.appealed': [disputes.appealed(dispute, when)],
  'disputes.closed': (['accepted', 'settled', 'withdrawn', 'paid', 'refunded', 'split'] as const).map((outcome) =>
    disputes.closed(dispute, outcome, outcome === 'withdrawn' || outcome === 'paid' ? none : part),
  ),
  'disputes.deadlineNear': ['open', 'answered', 'decided'].map((state) => disputes.deadlineNear(dispute, state, when)),
  'disputes.decisionLate': [disputes.decisionLate(dispute, when)],

  'queries.asked': [queries.queryAsked(query, when)],
  'queries.answered': [queries.queryAnswered(query, null, when), queries.queryAnswered(query, part, when)],
  'queries.closed': [queries.queryClosed(query, 'agreed'), queries.queryClosed(query, 'declined')],

  'invoices.issued': [invoices.invoiceIssued(invoice, when)],
  'invoices.chargeFailed': [
    invoices.chargeFailed(invoice, when, null),
    invoices.chargeFailed(invoice, null, 'card'),
    invoices.chargeFailed(invoice, null, null),
  ],
  'invoices.bankAsks': [invoices.chargeFailed(invoice, null, 'authentication')],
  'invoices.payAtRisk': [invoices.payAtRisk('Fjordlys', sum, when), invoices.payAtRisk('Fjordlys', sum, null)],
  'invoices.givenUpForClient': [invoices.givenUpForClient(invoice)],
  'invoices.givenUpForAssistant': (['assistant_unpaid', 'platform_guarantees'] as const).map((outcome) =>
    invoices.givenUpForAssistant('Fjordlys', sum, outcome),
  ),
  'invoices.paidAfterAll': [invoices.paidAfterAll('Fjordlys', sum)],

  'payouts.paid': [
    payouts.payoutPaid(sum, []),
    payouts.payoutPaid(sum, [
      { client: 'Fjordlys', amount: part },
      { client: 'Bergs', amount: part },
    ]),
  ],
  'payouts.failed': [payouts.payoutFailed(sum)],

  'privacy.exportReady': [privacy.exportReady('5', 't+1', when)],
  'privacy.erasureRequested': [privacy.erasureRequested(when)],
  'privacy.erasureWithdrawn': [privacy.erasureWithdrawn()],

  'refunds.creditNote': causes.map((cause) => refunds.creditNote(givenBack(cause))),
  'refunds.refund': causes.map((cause) => refunds.refund(givenBack(cause))),
  'refunds.arrived': [refunds.refundArrived(givenBack('dispute'))],
  'refunds.paidLess': causes.flatMap((cause) => [
    refunds.paidLess(givenBack(cause), true),
    refunds.paidLess(givenBack(cause), false),
  ]),
  'refunds.debtTaken': [
    refunds.debtTaken({ ...debt, left: none, by: 'reversal' }),
    refunds.debtTaken({ ...debt, left: sum, by: 'transfer' }),
  ],

  'suspensions.placed': [
    suspensions.suspended({ scopes: ['payouts'], explanation: '#4711', until: when }, 't+1'),
    suspensions.suspended({ scopes: ['signing_in', 'hiring', 'assisting'], explanation: '#4711', until: null }, 't+1'),
  ],
  'suspensions.over': [suspensions.suspensionOver({ scopes: ['hiring'] })],
  'suspensions.appealDeclined': [suspensions.appealDeclined({ scopes: ['assisting', 'payouts'] })],

  'work.suspendedForClient': (['unpaid', 'chargeback'] as const).map((cause) =>
    work.suspendedForClient('Fjordlys', cause),
  ),
  'work.suspendedForAssistant': (['unpaid', 'chargeback'] as const).map((cause) =>
    work.suspendedForAssistant('Fjordlys', cause),
  ),
  'work.resumed': [work.resumed('Fjordlys', '/hire')],

  'chargebacks.openedForClient': [true, false].map((inquiry) => chargebacks.openedForClient(chargeback, inquiry)),
  'chargebacks.openedForAssistant': [true, false].map((sent) => chargebacks.openedForAssistant(chargeback, part, sent)),
  'chargebacks.answerWanted': [
    chargebacks.answerWanted(chargeback, '3', when),
    chargebacks.answerWanted(chargeback, '3', null),
  ],
  'chargebacks.carriedByKontor': [chargebacks.carrierChosen(chargeback, null)],
  'chargebacks.carriedByAssistant': [chargebacks.carrierChosen(chargeback, '#4711')],
  'chargebacks.decidedForClient': (['won', 'lost', 'prevented', 'inquiry_closed'] as const).map((outcome) =>
    chargebacks.decidedForClient(chargeback, outcome),
  ),
  'chargebacks.decidedForAssistant': [chargebacks.decidedForAssistant(chargeback, null)],
  'chargebacks.decidedAgainstAssistant': [chargebacks.decidedForAssistant(chargeback, '#4711')],
  'chargebacks.decidedForStaff': (['won', 'lost', 'prevented', 'inquiry_closed'] as const).map((outcome) =>
    chargebacks.decidedForStaff(chargeback, '3', outcome),
  ),
};

const letters = Object.entries(examples).flatMap(([name, each]) =>
  each.map((letter, at) => ({ name, turn: at + 1, letter })),
);

const reader = (language: Language): Recipient => ({
  ...{ email: 'r@kontor.example', name: 'Robin', zone: 'Europe/Oslo' },
  language,
});

/** All that the mail says, without its link and without the spaces that do not break. */
function said(letter: Letter, language: Language): string {
  const { subject, greeting, paragraphs, action } = writeLetter(letter, reader(language));
  return [subject, greeting, ...paragraphs, action?.label ?? ''].join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
}

const mailOf = (letter: Letter, language: Language) => dress(writeLetter(letter, reader(language)), ORIGIN);

test.each(Object.entries(examples))('%s is the example of itself', (name, each) => {
  expect([...new Set(each.map(({ says }) => says))]).toEqual([name]);
});

describe.each(languages)('in %s', (language) => {
  test.each(letters)('$name, turn $turn, is whole: text and HTML, nothing left open', ({ letter }) => {
    const { subject, text, html } = mailOf(letter, language);
    expect(subject).not.toBe('');
    for (const form of [subject, text, html.replace(/style="[^"]*"/, '')]) {
      expect(form).not.toMatch(/[{}]|undefined|\bnull\b|\bnone\b|NaN|Invalid|\[object/);
      expect(form).not.toMatch(/ {2}|\s[.,:;]/); // What was left out, left nothing behind.
    }
    expect(html).toContain(`<html lang="${language}">`);
    for (const paragraph of writeLetter(letter, reader(language)).paragraphs) {
      expect(text).toContain(paragraph);
      expect(html).toContain(`<p>${paragraph}</p>`);
    }
  });

  test.each(letters)('$name, turn $turn, leads where it says', ({ letter }) => {
    const { text, html } = mailOf(letter, language);
    const links = text.match(/https?:\S+/g) ?? [];
    expect(links).toEqual(letter.path === undefined ? [] : [`${ORIGIN}${letter.path}`]);
    expect(html.match(/<a /g) ?? []).toHaveLength(links.length);
    expect('action' in wordsOf(letter, language)).toBe(letter.path !== undefined);
  });
});

describe.each(['nb', 'sv'] as const)('in %s', (language) => {
  test('there are the letters of English, with as many paragraphs', () => {
    expect(keysOf(readWords(language))).toEqual(keysOf(readWords('en')));
  });

  test.each(letters)('$name, turn $turn, says the same facts as in English', ({ letter }) => {
    expect(factsSaid(letter, language)).toEqual(factsSaid(letter, 'en'));
  });

  test.each(letters)('$name, turn $turn, is said in no other language', ({ letter }) => {
    const words = said(letter, language);
    expect(words).not.toMatch(/\b(the|you|your|we|it|is|are|has|was|this|from|with|and|of|by|until)\b/i);
    expect(words).not.toMatch(language === 'nb' ? /[äö]|\boch\b/ : /[æø]|\bog\b/);
    const english = said(letter, 'en').split('\n');
    expect(words.split('\n').filter((line) => /\p{L}/u.test(line) && english.includes(line))).toEqual([]);
  });
});

test('amounts, dates and numbers are written as each reader writes them', () => {
  const [decision] = examples['disputes.decided'];
  const saysOf = (language: Language) =>
    said(decision as Letter, language)
      .split('\n')
      .slice(2, 4);
  expect(saysOf('en')).toEqual([
    'Of $1,234.50, $12.33 goes back to Fjordlys. The reasons stand beside each line.',
    'Either of you can appeal once, until Friday, 13 March 2026 at 17:59 (Europe/Oslo); then the decision is final, and the money moves.',
  ]);
  expect(saysOf('nb')).toEqual([
    'Av 1 234,50 $ går 12,33 $ tilbake til Fjordlys. Begrunnelsen står ved hver linje.',
    'Hver av dere kan anke én gang, innen fredag 13. mars 2026 kl. 17:59 (Europe/Oslo); deretter er avgjørelsen endelig, og pengene flyttes.',
  ]);
  expect(saysOf('sv')).toEqual([
    'Av 1 234,50 $ går 12,33 $ tillbaka till Fjordlys. Skälen står vid varje rad.',
    'Var och en av er kan överklaga en gång, senast fredag 13 mars 2026 kl. 17:59 (Europe/Oslo); därefter är beslutet slutligt och pengarna flyttas.',
  ]);
  const hours = examples['contracts.offered'].map((letter) =>
    languages.map((each) => said(letter, each).split('\n')[3]),
  );
  expect(hours[1]).toEqual([
    '$12.33 an hour, up to 7.5 hours a week. You keep the whole rate.',
    '12,33 $ i timen, opptil 7,5 timer i uken. Du beholder hele satsen.',
    '12,33 $ i timmen, upp till 7,5 timmar i veckan. Du behåller hela timpriset.',
  ]);
  expect(said(examples['payouts.paid'][1] as Letter, 'sv')).toContain(
    'Det kommer från Fjordlys (12,33 $) och Bergs (12,33 $).',
  );
});

test('who never said what they read is written to in English', () => {
  const { language, subject } = writeLetter(accounts.passwordChanged(), { ...reader('en'), language: null });
  expect({ language, subject }).toEqual({ language: 'en', subject: 'Your password was changed' });
});

test('a letter without a fact that its words name is not sent', () => {
  expect(() => writeLetter({ says: 'work.resumed', path: '/hire' }, reader('sv'))).toThrow();
});

/** The names of the facts without which, or with others, the mail would read differently. */
function factsSaid(letter: Letter, language: Language): string[] {
  const before = said(letter, language);
  return Object.entries(letter.facts ?? {})
    .filter(
      ([name, fact]) => said({ ...letter, facts: { ...letter.facts, [name]: otherThan(fact) } }, language) !== before,
    )
    .map(([name]) => name);
}

function otherThan(fact: Fact): Fact {
  if (fact === null) return 'Z';
  if (typeof fact === 'number') return fact + 10;
  if (typeof fact === 'string') return `${fact} Z`;
  if (fact instanceof Money) return fact.plus(Money.usd(1));
  if (fact instanceof Date) return new Date(fact.getTime() + 86_400_000);
  return 'Z';
}

function wordsOf({ says }: Letter, language: Language): object {
  const [family = '', name = ''] = says.split('.');
  const words = readWords(language) as unknown as Record<string, Record<string, object>>;
  return words[family]?.[name] ?? {};
}

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`)))
    .toSorted();
}
