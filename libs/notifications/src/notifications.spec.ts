import { randomUUIDv7 } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { DeliveredEvent } from '@app/delivery';
import { AcceptInvitation, identityEntities, InviteMember, Register, VerifyEmail } from '@app/identity';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { ContractLetters } from './contract-letters.ts';
import { InvoiceLetters } from './invoice-letters.ts';
import { dress } from './dress.ts';
import type { AddressedLetter } from './letter.ts';
import { NotificationsModule } from './notifications.module.ts';
import { Post } from './post.ts';
import { SendAlreadyRegistered } from './send-already-registered.ts';
import { SendInvitation } from './send-invitation.ts';
import { SendVerification } from './send-verification.ts';
import { type WrittenLetter, writeLetter } from './write-letter.ts';

/** A mail server that keeps what it gets, and refuses some. */
class Mailbox {
  readonly mails: Email[] = [];
  readonly refused = new Set<string>();
  readonly #smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => (this.refused.has(address) ? done(new Error('No such mailbox')) : done(null)),
    onData: (stream, _, done) => {
      buffer(stream)
        .then(async (source) => void this.mails.push(await PostalMime.parse(source)))
        .then(() => done(), done);
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((listening) => this.#smtp.listen(0, '127.0.0.1', listening));
    return `smtp://127.0.0.1:${(this.#smtp.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#smtp.close(closed));
  }

  get told(): string[] {
    return this.mails.map(({ to, subject }) => `${to?.[0]?.address}: ${subject}`);
  }
}

const amira = {
  email: 'amira@fjord.example',
  password: 'a long walk by the fjord',
  name: 'Amira',
  zone: 'Europe/Oslo',
};

let mailbox: Mailbox;
let platform: TestPlatform;

beforeEach(async () => {
  mailbox = new Mailbox();
  platform = await testPlatform({
    imports: [NotificationsModule],
    entities: identityEntities,
    now: '2026-03-02T09:00:00Z',
    settings: { SMTP_URL: await mailbox.open() },
  });
});
afterEach(async () => {
  await platform.close();
  await mailbox.close();
});

function reads(accountId: string, language: string): Promise<unknown> {
  return platform.owner.query(`update account set language = $2 where id = $1`, [accountId, language]);
}

async function happened(type: string): Promise<DeliveredEvent> {
  const event = { id: randomUUIDv7(), type, payload: {}, occurredAt: platform.clock.now().toISOString() };
  await platform.owner.query(`insert into event (id, type, payload, occurred_at) values ($1, $2, '{}', $3)`, [
    event.id,
    type,
    event.occurredAt,
  ]);
  return event;
}

test('the link in the mail verifies the address it went to', async () => {
  const { accountId } = await platform.get(Register).run(amira);
  await platform.get(SendVerification).run(accountId);

  const [mail] = mailbox.mails;
  expect(mail).toMatchObject({ to: [{ address: amira.email, name: 'Amira' }], from: { name: 'Kontor' } });
  const link = new URL(/http\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  expect(link.origin + link.pathname).toBe('http://localhost:4280/verify-email');
  expect(mail?.html).toContain(link.href.replaceAll('&', '&#38;'));
  await platform.get(VerifyEmail).run(link.searchParams.get('token') ?? '');

  await platform.get(SendVerification).run(accountId);
  expect(mailbox.told).toEqual(['amira@fjord.example: Confirm your e-mail address']);
});

test('the first mail is written in what their browser spoke when they signed up', async () => {
  const { accountId } = await platform.get(Register).run({ ...amira, language: 'sv' });
  await platform.get(SendVerification).run(accountId);
  const [mail] = mailbox.mails;
  expect(mail?.subject).toBe('Bekräfta din e-postadress');
  expect(mail?.text).toMatch(/^Hej Amira,\n/);
  expect(mail?.text).toContain('Länken fungerar en gång, och i 24 timmar.');
});

test('who has an account already is told so, without a link that would do anything', async () => {
  const { accountId } = await platform.get(Register).run(amira);
  await platform.get(SendAlreadyRegistered).run(accountId);
  expect(mailbox.told).toEqual(['amira@fjord.example: You already have an account']);
  expect(mailbox.mails[0]?.text).not.toContain('token');
});

test('the link in an invitation gives its place to whom it was sent', async () => {
  const owner = await platform.arrange.client({ name: 'Fjord & Co' });
  const ben = await platform.arrange.account({ name: 'Ben' });
  const email = `${ben.userId}@people.example`;
  const { id } = await platform.get(InviteMember).run(owner, owner.clientId, { email, role: 'approver' });
  await platform.get(SendInvitation).run(id);

  const [mail] = mailbox.mails;
  expect(mailbox.told).toEqual([expect.stringMatching(`^${email}: Person \\d+ invites you to Fjord & Co$`)]);
  expect(mail?.text).toContain('to approve weeks of work');
  const link = new URL(/http\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  expect(link.pathname).toBe('/invitation');
  await platform.get(AcceptInvitation).run(ben, link.searchParams.get('token') ?? '');

  await platform.get(SendInvitation).run(id);
  expect(mailbox.mails).toHaveLength(1); // It is not open any more.
});

test('who has no account is invited in the language of who invites them, and who has one in their own', async () => {
  const owner = await platform.arrange.client({ name: 'Fjord & Co' });
  const ben = await platform.arrange.account({ name: 'Ben' });
  await reads(owner.userId, 'nb');
  const invite = async (email: string) => {
    const { id } = await platform.get(InviteMember).run(owner, owner.clientId, { email, role: 'finance' });
    await platform.get(SendInvitation).run(id);
    return mailbox.mails.at(-1);
  };
  expect((await invite('new@people.example'))?.text).toContain('for å ta deg av kort og fakturaer');
  expect((await invite(`${ben.userId}@people.example`))?.subject).toMatch(/inviterer deg til Fjord & Co$/);
  await reads(ben.userId, 'sv');
  const own = await invite(`${ben.userId}@people.example`);
  expect(own?.subject).toMatch(/bjuder in dig till Fjord & Co$/);
  expect(own?.html).toContain('<html lang="sv">');
});

test('an event that comes again is not mailed again, and one bad address holds up nobody', async () => {
  const event = await happened('something.happened');
  const letters = ['ben', 'carol', 'dan'].map((name): AddressedLetter => ({
    about: name,
    to: { name, email: `${name}@people.example`, zone: 'Europe/Oslo', language: null },
    letter: { says: 'privacy.erasureWithdrawn' },
  }));
  mailbox.refused.add('carol@people.example');
  await expect(platform.get(Post).send('a handler', event, letters)).rejects.toThrow('1 letters could not be sent');
  expect(mailbox.told).toEqual(['ben@people.example: Your account stays', 'dan@people.example: Your account stays']);

  mailbox.refused.clear();
  await platform.get(Post).send('a handler', event, letters);
  await platform.get(Post).send('a handler', event, letters);
  expect(mailbox.told.slice(2)).toEqual(['carol@people.example: Your account stays']);
  const { rows } = await platform.owner.query(`select from event_effect where handler = 'a handler'`);
  expect(rows).toHaveLength(1);
});

test('no mail leaves inside a transaction', async () => {
  const { accountId } = await platform.get(Register).run(amira);
  const sending = platform.db.transaction(() => platform.get(SendAlreadyRegistered).run(accountId));
  await expect(sending).rejects.toThrow('inside a transaction');
  expect(mailbox.mails).toEqual([]);
});

test('each side hears what the other has done to their contract', async () => {
  const client = await platform.arrange.client({ name: 'Fjord & Co' });
  const ben = await platform.arrange.assistant({ name: 'Ben', zone: 'Europe/Lisbon' });
  const contract = await platform.arrange.contract({ client, assistant: ben, state: 'offered' });
  const letters = platform.get(ContractLetters);

  const [offer] = await letters.offered(contract);
  expect(offer?.to.name).toBe('Ben');
  expect(wordsOf(offer)).toContain('$18.50 an hour, up to 20 hours a week');
  expect(wordsOf(offer)).toContain('Monday, 9 March 2026 at 09:00 (Europe/Lisbon)');
  const to = async (sending: Promise<AddressedLetter[]>) => (await sending).map((letter) => letter.to.email);
  const [clientsAddress, bensAddress] = [`${client.userId}@people.example`, `${ben.userId}@people.example`];
  expect(await to(letters.accepted(contract))).toEqual([clientsAddress]);
  expect(await to(letters.ended(contract, ben.userId))).toEqual([clientsAddress]);
  expect(await to(letters.ended(contract, client.userId))).toEqual([bensAddress]);
  expect(await to(letters.ended(contract, null))).toEqual([clientsAddress, bensAddress]);
});

test('an invoice is announced to who pays, and a declined card to both sides at once', async () => {
  const client = await platform.arrange.client({ name: 'Fjord & Co' });
  const ben = await platform.arrange.assistant({ name: 'Ben' });
  const contract = await platform.arrange.contract({ client, assistant: ben });
  const invoice = await issuedInvoice(client.clientId, ben.userId, contract);
  const letters = platform.get(InvoiceLetters);

  const announced = await all(letters.issued(platform.clock.now()));
  expect(announced.map(({ to }) => to.email)).toEqual([`${client.userId}@people.example`]);
  expect(wordsOf(announced[0])).toMatch(/^Invoice K-\d+: \$305\.25\n/);
  expect(await all(letters.issued(new Date('2026-03-02T09:00:01Z')))).toEqual([]);

  const next = new Date('2026-03-03T09:00:00Z');
  const failed = await letters.chargeFailed(invoice, next, null);
  expect(failed.map(({ to }) => to.email)).toEqual([`${client.userId}@people.example`, `${ben.userId}@people.example`]);
  const [asked, warned] = failed.map(wordsOf);
  expect(asked).toContain('We could not charge $305.25 for Fjord & Co');
  expect(warned).toContain('$277.50 that you have earned there waits');
  expect(warned).toContain('Tuesday, 3 March 2026 at 09:00 (Europe/Lisbon)');
});

/** As its reader reads it, the subject first. */
function wordsOf(letter: AddressedLetter | undefined): string {
  if (!letter) return '';
  const { subject, paragraphs } = writeLetter(letter.letter, letter.to);
  return [subject, ...paragraphs].join('\n');
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** 15 hours at $18.50, issued now, as the owner writes them. */
async function issuedInvoice(clientId: string, assistantId: string, contractId: string): Promise<string> {
  const [week, contractWeek, invoice, line] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  const now = platform.clock.now();
  const insert = (sql: string, ...values: unknown[]) => platform.owner.query(`insert into ${sql}`, values);
  await insert(
    `client_week (id, client_id, during, zone, freezes_at, review_until)
     values ($1, $2, '[2026-02-22T23:00Z,2026-03-01T23:00Z)', 'Europe/Oslo', '2026-03-02T11:00Z', '2026-03-06T23:00Z')`,
    week,
    clientId,
  );
  await insert(
    `contract_week (id, client_week_id, client_id, contract_id, assistant_id, rate_cents, limit_seconds, counted_seconds, state, state_at, review_state, review_state_at)
     values ($1, $2, $3, $4, $5, 1850, 72000, 54000, 'invoiced', $6, 'pending', $6)`,
    ...[contractWeek, week, clientId, contractId, assistantId, now],
  );
  await insert(
    `invoice (id, client_id, client_week_id, subtotal_cents, fee_cents, total_cents, issued_at, review_ends_at, client_trusted, hold_days, state, state_at)
     values ($1, $2, $3, 27750, 2775, 30525, $4, '2026-03-06T23:00Z', false, 5, 'issued', $4)`,
    ...[invoice, clientId, week, now],
  );
  await insert(
    `invoice_line (id, invoice_id, client_id, contract_id, contract_week_id, assistant_id, kind, rate_cents, seconds, minutes, amount_cents, fee_bp, fee_cents)
     values ($1, $2, $3, $4, $5, $6, 'time', 1850, 54000, 900, 27750, 1000, 2775)`,
    ...[line, invoice, clientId, contractId, contractWeek, assistantId],
  );
  await insert(
    `earning (id, line_id, invoice_id, client_id, assistant_id, amount_cents, part_to, state, state_at)
     values ($1, $2, $3, $4, $5, 27750, 54000, 'held', $6)`,
    ...[randomUUIDv7(), line, invoice, clientId, assistantId, now],
  );
  return invoice;
}

test('what people are called cannot become markup', () => {
  const letter: WrittenLetter = {
    ...{ language: 'en', subject: 'A', greeting: 'Hello <script>,', signature: 'Kontor', action: null },
    paragraphs: ['<b>"Tom" & Co</b>'],
  };
  const { html, text } = dress(letter, 'http://localhost');
  expect(html).not.toMatch(/<script>|<b>/);
  expect(text).toContain('<b>"Tom" & Co</b>');
});
