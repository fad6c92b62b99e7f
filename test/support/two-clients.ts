import { randomUUIDv7 } from 'node:crypto';

import { InvoiceWeeks } from '@app/billing';
import { IssueInvitation } from '@app/identity';
import { ManualClock, type User } from '@app/kernel';
import { hash } from '@node-rs/argon2';
import { ConsoleLogger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';

import { createApi } from '../../apps/api/src/start-api.ts';
import { startStripeEmulator, type StripeEmulator } from '../../apps/stripe-emulator/src/index.ts';
import { Arrange } from './arrange.ts';
import { testConfig } from './config.ts';
import { testDatabase } from './database.ts';

const WEDNESDAY = '2026-03-11T10:00:00Z';
const HOUR_SECONDS = 3_600;
/** How often something was tried is counted, whoever tries. */
export const TRIES = 'attempt_budget';
const PASSWORD = 'a long walk by the fjord';
const passwordHash = hash(PASSWORD);

/** One client, who works for it, and a thing of each kind that can be had: ids by the names that the policy uses. */
export type Things = Readonly<Record<string, string>>;

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly cookie?: string | undefined;
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Hired {
  readonly client: User & { clientId: string };
  readonly assistant: User;
  readonly former: User;
  /** Somebody who acts for the client. */
  readonly member: User;
}

/** The same, once they work together. */
interface Started extends Hired {
  readonly contract: string;
  readonly ended: string;
  readonly offer: string;
  readonly invoiced: string;
}

/** The api, and a small world in it: two clients with all that belongs to them, and the people around them, signed in. */
export class TwoClients {
  readonly people = new Map<string, string>();
  ours: Things = {};
  theirs: Things = {};
  #keys = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly owner: Client,
    private readonly stripe: StripeEmulator,
    private readonly arrange: Arrange,
    private readonly clock: ManualClock,
  ) {}

  static async begin(): Promise<TwoClients> {
    const clock = new ManualClock(new Date(WEDNESDAY));
    const stripe = await startStripeEmulator({ clock: { mode: 'frozen', at: clock.now() } });
    const database = await testDatabase();
    const config = testConfig({ DATABASE_URL: database.url, STRIPE_API_URL: stripe.url });
    const app = await createApi({ config, clock, log: new ConsoleLogger({ logLevels: ['error'] }) });
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const world = new TwoClients(app, owner, stripe, new Arrange(owner, clock), clock);
    await world.#people();
    return world;
  }

  async end(): Promise<void> {
    await this.owner.end();
    await this.app.close();
    await this.stripe.stop();
  }

  /** As the first of its kind: how often something was tried before is forgotten. */
  async ask({ method, path, cookie, body, headers }: Asked) {
    await this.owner.query(`delete from ${TRIES}`);
    const answer = await this.app.inject({
      method: method as 'GET',
      url: path,
      headers: { 'idempotency-key': `a key of its own ${++this.#keys}`, ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, text: answer.body, code: codeOf(answer.body) };
  }

  async #people(): Promise<void> {
    const client = await this.arrange.client({ name: 'Fjord & Co' });
    const otherClient = await this.arrange.client({ name: 'Harbor Books' });
    const assistant = await this.arrange.assistant();
    const otherAssistant = await this.arrange.assistant();
    const formerAssistant = await this.arrange.assistant();
    await this.#signIn('owner', client);
    for (const role of ['hiring', 'approver', 'finance']) await this.#member(role, client.clientId, role);
    const member = await this.#member('viewer', client.clientId, 'viewer');
    const unverified = await this.#member('unverified', client.clientId, 'owner');
    await this.owner.query('update account set email_verified_at = null where id = $1', [unverified.userId]);
    const suspended = await this.#member('suspended', client.clientId, 'owner'); // Signed in before.
    await this.owner.query('update account set suspended_at = created_at where id = $1', [suspended.userId]);
    await this.#staff();
    await this.#signIn('assistant', assistant);
    await this.#signIn('former assistant', formerAssistant);
    await this.#signIn('other owner', otherClient);
    await this.#signIn('other assistant', otherAssistant);

    const ours = await this.#hired({ client, assistant, former: formerAssistant, member });
    const theirs = await this.#hired({
      client: otherClient,
      assistant: otherAssistant,
      former: await this.arrange.assistant(),
      member: otherClient,
    });
    await this.app.get(InvoiceWeeks, { strict: false }).run(this.clock.now());
    this.ours = await this.#things(ours, 'owner', 'assistant');
    this.theirs = await this.#things(theirs, 'other owner', 'other assistant');
    // One of each: the one may start a timer, and the other stop theirs.
    await this.#must('PUT', '/timer', 'other assistant', {
      contractId: this.theirs.contract,
      note: 'Answers to customers',
    });
  }

  /** By the grant that the command line writes, and with a second factor shown. */
  async #staff(): Promise<void> {
    const staff = await this.arrange.account({ name: 'Staff' });
    const now = this.clock.now();
    await this.owner.query('insert into staff_grant values ($1, $2, $3)', [randomUUIDv7(), staff.userId, now]);
    await this.#signIn('staff', staff);
    await this.owner.query('update session set second_factor_at = stepped_up_at where account_id = $1', [staff.userId]);
  }

  /** What another member of staff did: a suspension of somebody who has worked for the client, and a hold. */
  async #deeds({ former, member, invoiced }: Started): Promise<Things> {
    const [suspension, hold, now] = [randomUUIDv7(), randomUUIDv7(), this.clock.now()];
    await this.owner.query(
      `insert into suspension (id, account_id, scopes, reason_code, explanation, placed_by, placed_at)
       values ($1, $2, '{payouts}', 'fraud_suspected', 'Somebody else has shown us your papers.', $3, $4)`,
      [suspension, former.userId, member.userId, now],
    );
    await this.owner.query(
      `insert into staff_hold (id, subject_kind, subject_id, reason_code, placed_by, placed_at, until)
       values ($1, 'invoice', $2, 'under_review', $3, $4, $4::timestamptz + interval '3 days')`,
      [hold, invoiced, member.userId, now],
    );
    return { suspension, hold };
  }

  async #member(name: string, businessId: string, role: string): Promise<User> {
    const user = await this.arrange.account({ name });
    await this.owner.query(
      `insert into business_member (business_id, account_id, role, since) values ($1, $2, $3, $4)`,
      [businessId, user.userId, role, this.clock.now()],
    );
    await this.#signIn(name, user);
    return user;
  }

  async #signIn(name: string, { userId }: User): Promise<void> {
    await this.owner.query('update account set password_hash = $2 where id = $1', [userId, await passwordHash]);
    const content = { email: `${userId}@people.example`, password: PASSWORD };
    const { cookies } = await this.app.inject({ method: 'POST', url: '/api/sessions', payload: content });
    const [cookie] = cookies;
    if (!cookie) throw new Error(`${name} could not sign in`);
    this.people.set(name, `${cookie.name}=${cookie.value}`);
  }

  async #hired({ client, assistant, former, member }: Hired): Promise<Started> {
    const startedAt = new Date('2026-02-23T08:00:00Z');
    const contract = await this.arrange.contract({ client, assistant, startedAt });
    const ended = await this.arrange.contract({ client, assistant: former, startedAt, state: 'ended' });
    const offer = await this.arrange.contract({ client, assistant, state: 'offered' });
    const from = new Date('2026-02-24T09:00:00Z');
    const seconds = [HOUR_SECONDS, HOUR_SECONDS];
    const invoiced = await this.arrange.week({ contractId: contract, from, seconds });
    return { client, assistant, former, member, contract, ended, offer, invoiced };
  }

  async #things(
    { client, assistant, former, member, contract, ended, offer, invoiced }: Started,
    ownerName: string,
    assistantName: string,
  ): Promise<Things> {
    const work = { seconds: [2 * HOUR_SECONDS] };
    const frozen = await this.arrange.week({ ...work, contractId: ended, from: new Date('2026-03-03T09:00:00Z') });
    const open = await this.arrange.week({
      ...work,
      contractId: contract,
      from: new Date('2026-03-10T06:00:00Z'),
      state: 'open',
    });
    const brief = await this.#must('POST', '/briefs', ownerName, briefFor(client.clientId));
    const closed = await this.#must('POST', '/briefs', ownerName, briefFor(client.clientId));
    await this.#must('POST', `/briefs/${closed}/closing`, ownerName);
    const setup = await this.#must('POST', '/card-setups', ownerName, { businessId: client.clientId });
    await this.stripe.control.completeCheckout(await this.#one('session_id', 'card_setup', 'id', setup));
    await this.#must('POST', `/card-setups/${setup}/completion`, ownerName);
    const openSetup = await this.#must('POST', '/card-setups', ownerName, { businessId: client.clientId });
    await this.stripe.control.completeCheckout(await this.#one('session_id', 'card_setup', 'id', openSetup));
    await this.#must('POST', '/payee', assistantName, {});
    await this.#versions();
    await this.#payout(assistant, assistantName);
    return {
      ...(await this.#deeds({ client, assistant, former, member, contract, ended, offer, invoiced })),
      ...{ business: client.clientId, assistant: assistant.userId, brief, offer, contract },
      ...{ 'closed brief': closed, 'ended contract': ended },
      ...{ 'open week': open, 'frozen week': frozen, 'invoiced week': invoiced },
      entry: await this.#one('id', 'time_entry', 'contract_week_id', open),
      'frozen entry': await this.#one('id', 'time_entry', 'contract_week_id', frozen),
      invoice: await this.#one('id', 'invoice', 'client_id', client.clientId),
      line: await this.#one('id', 'invoice_line', 'client_id', client.clientId),
      card: await this.#one('id', 'saved_card', 'client_id', client.clientId),
      'card setup': setup,
      // Finished at Stripe, and nobody has come back from there yet.
      'open card setup': openSetup,
      ...(await this.#invitation(client, former, ownerName)),
      ...(await this.#contested(invoiced, ownerName)),
      member: member.userId,
      session: await this.#one('id', 'session', 'account_id', assistant.userId),
      passkey: await this.#passkey(assistant),
      'provider login': await this.#providerLogin(assistant),
      'api token': (await this.makeToken(assistantName, ['time:read'])).id,
      payout: `po_of_${assistantName.replace(' ', '_')}`,
      ...(await this.#backAndOwed(client.clientId)),
      export: await this.#export(assistant),
    };
  }

  /** A refund that Stripe refused, and what the assistant owes since. */
  async #backAndOwed(clientId: string): Promise<Things> {
    const [refund, debt] = [randomUUIDv7(), randomUUIDv7()];
    await this.owner.query(
      `insert into refund (id, invoice_id, client_id, charge_id, amount_cents, attempt, failure, created_at, state, state_at)
       select $1, id, client_id, 'ch_' || number, 500, 1, 'expired_card', $3, 'refused', $3 from invoice where client_id = $2`,
      [refund, clientId, this.clock.now()],
    );
    await this.owner.query(
      `insert into assistant_debt (id, assistant_id, client_id, invoice_id, line_id, earning_id, cause_kind, cause_id,
                                   amount_cents, wants_reversal, opened_at)
       select $1, assistant_id, client_id, invoice_id, line_id, id, 'staff', $1, 500, false, $3
         from earning where client_id = $2 and parent_id is null`,
      [debt, clientId, this.clock.now()],
    );
    return { refund, debt };
  }

  /** One that could not be gathered: it stands in the way of no other. */
  async #export({ userId }: User): Promise<string> {
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into privacy_export (id, account_id, requested_at, parts_total, failed_at) values ($1, $2, $3, 1, $3)`,
      [id, userId, this.clock.now()],
    );
    return id;
  }

  /** To one who has worked for the client, and may act for it now. */
  async #invitation(client: User & { clientId: string }, { userId }: User, ownerName: string) {
    const content = { email: `${userId}@people.example`, role: 'viewer' };
    const id = await this.#must('POST', `/businesses/${client.clientId}/invitations`, ownerName, content);
    const issued = await this.app.get(IssueInvitation, { strict: false }).run(id);
    return { invitation: id, 'invitation token': issued?.token ?? '' };
  }

  /** Of the week under review: a question about the one entry, and a dispute of a part of it. */
  async #contested(weekId: string, ownerName: string): Promise<Things> {
    const { rows } = await this.owner.query<{ id: string }>(
      `select id from time_entry where contract_week_id = $1 order by during`,
      [weekId],
    );
    const [asked = '', billed = ''] = rows.map(({ id }) => id);
    const question = { question: 'What was this time for, please?' };
    const query = await this.#must('POST', `/time-entries/${asked}/queries`, ownerName, question);
    const contested = { weekId, ground: 'not_worked', reason: 'The office was closed on that day.' };
    const lines = [{ entryId: asked, seconds: 1_200 }];
    const dispute = await this.#must('POST', '/disputes', ownerName, { ...contested, lines });
    const line = await this.#one('id', 'dispute_line', 'dispute_id', dispute);
    const form = new FormData();
    form.append('file', new Blob(['the diary of that week']), 'diary.txt');
    await this.#must('POST', `/disputes/${dispute}/files`, ownerName, form);
    const { rows: files } = await this.owner.query<{ id: string }>(
      `select file_id as id from dispute_statement where dispute_id = $1 and file_id is not null`,
      [dispute],
    );
    const added = { 'dispute line': line, 'dispute file': files[0]?.id ?? '' };
    return { query, dispute, ...added, 'billed entry': billed };
  }

  /** What a program shows to act for this person: its id, and the token itself. */
  async makeToken(name: string, scopes: readonly string[]): Promise<{ id: string; secret: string }> {
    const body = { name: 'Sheets', scopes, days: 90 };
    const cookie = this.people.get(name);
    const { text } = await this.ask({ method: 'POST', path: '/api/api-tokens', cookie, body });
    const { token, secret } = JSON.parse(text) as { token: { id: string }; secret: string };
    // Used once: when it was last used is written now, and not by whatever comes within the minute.
    await this.ask({ method: 'GET', path: '/api/contracts', headers: { authorization: `Bearer ${secret}` } });
    return { id: token.id, secret };
  }

  async #providerLogin({ userId }: User): Promise<string> {
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into provider_login (id, account_id, provider, issuer, subject, email, linked_at)
       values ($1, $2::uuid, 'oidc', 'https://id.example', ($2::uuid)::text, 'somebody@people.example', $3)`,
      [id, userId, this.clock.now()],
    );
    return id;
  }

  async #passkey({ userId }: User): Promise<string> {
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
       values ($1, $2, replace($2::uuid::text, '-', ''), '\\x00', 0, '{}', 'Laptop', true, $3)`,
      [id, userId, this.clock.now()],
    );
    return id;
  }

  async #versions(): Promise<void> {
    await this.owner.query(
      `insert into time_entry_version (entry_id, contract_week_id, change, actor_id, at, after)
       select id, contract_week_id, 'logged', assistant_id, created_at,
              json_build_object('start', to_char(lower(during) at time zone 'UTC', $1), 'end', to_char(upper(during) at time zone 'UTC', $1),
                                'note', note, 'source', source, 'bucket', bucket)
         from time_entry e where not exists (select from time_entry_version v where v.entry_id = e.id)`,
      ['YYYY-MM-DD"T"HH24:MI:SS"Z"'],
    );
  }

  async #payout({ userId }: User, name: string): Promise<void> {
    await this.owner.query(
      `insert into bank_payout (id, assistant_id, amount_cents, status, arrives_at, created_at) values ($1, $2, 3700, 'paid', $3, $3)`,
      [`po_of_${name.replace(' ', '_')}`, userId, this.clock.now()],
    );
  }

  /** Asks for something that works; the id of what it made. */
  async #must(method: string, path: string, name: string, body: object = {}): Promise<string> {
    const answer = await this.ask({ method, path: `/api${path}`, cookie: this.people.get(name), body });
    if (answer.status >= 300) throw new Error(`${method} ${path} as ${name}: ${answer.status} ${answer.text}`);
    return (JSON.parse(answer.text) as { id?: string }).id ?? '';
  }

  async #one(column: string, table: string, key: string, value: string): Promise<string> {
    const { rows } = await this.owner.query<{ found: string }>(
      `select ${column}::text as found from ${table} where ${key} = $1`,
      [value],
    );
    if (rows.length !== 1) throw new Error(`${rows.length} rows of ${table} have the ${key} ${value}`);
    return rows[0]?.found ?? '';
  }
}

export function briefFor(businessId: string) {
  return {
    ...{ businessId, title: 'Inbox and social media', description: '', specialties: ['customer_enquiries'] },
    ...{ tools: [], weeklyMinutes: 600, minRateCents: 1_500, maxRateCents: 2_000, languages: ['en'] },
    ...{ overlapMinutes: 0, startsOn: '2026-03-16' },
  };
}

function codeOf(text: string): string {
  try {
    return (JSON.parse(text) as { code?: string } | null)?.code ?? '';
  } catch {
    return '';
  }
}
