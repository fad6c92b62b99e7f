import {
  AcceptBySilence,
  billingEntities,
  BillingModule,
  ChargeInvoices,
  CompleteCardSetup,
  InvoiceWeeks,
  ReleaseEarnings,
  StartCardSetup,
} from '@app/billing';
import { findViolations } from '@app/database';
import { step, type User, weekOf } from '@app/kernel';
import { BeginPayee, MirrorBalance, payoutsEntities, PayoutsModule, RefreshPayees } from '@app/payouts';
import { StripeGateway, StripeModule } from '@app/stripe';
import type { ModuleMetadata } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

import { startStripeEmulator, type StripeEmulator } from '../../apps/stripe-emulator/src/index.ts';
import { testConfig } from './config.ts';
import { type TestPlatform, testPlatform } from './platform.ts';

const MONDAY_NOON_IN_OSLO = '2026-03-09T11:00:00Z';
const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;

export type Client = User & { clientId: string };

export interface PaydayOptions {
  imports?: NonNullable<ModuleMetadata['imports']>;
  /** Those of `imports`. */
  entities?: EntityTarget<ObjectLiteral>[];
  /** Where the local Stripe sends its webhooks; nowhere when left out. */
  webhooks?: string;
}

/** Earned money on its way from a client's card to the assistant it is due to: our own verbs and a local Stripe. */
export class Payday {
  private constructor(
    readonly platform: TestPlatform,
    readonly stripe: StripeEmulator,
  ) {}

  static async start({ imports = [], entities = [], webhooks }: PaydayOptions = {}): Promise<Payday> {
    const stripe = await startStripeEmulator({
      clock: { mode: 'frozen', at: new Date(MONDAY_NOON_IN_OSLO) },
      webhooks: webhooks === undefined ? [] : endpoints(webhooks),
    });
    const platform = await testPlatform({
      imports: [StripeModule, BillingModule, PayoutsModule, ...imports],
      entities: [...billingEntities, ...payoutsEntities, ...entities],
      now: MONDAY_NOON_IN_OSLO,
      settings: { STRIPE_API_URL: stripe.url },
    });
    return new Payday(platform, stripe);
  }

  async stop(): Promise<void> {
    await this.platform.close();
    await this.stripe.stop();
  }

  /** Between tests. Time goes on. */
  async reset(): Promise<void> {
    step.onReached(() => undefined);
    await this.stripe.control.clearFaults();
    await this.platform.reset();
    await this.stripe.control.reset();
  }

  get now(): Date {
    return this.platform.clock.now();
  }

  async passes(days: number): Promise<void> {
    const at = new Date(this.now.getTime() + days * DAY_MS);
    this.platform.clock.moveTo(at);
    await this.stripe.control.advanceTo(at);
  }

  /** A client whose card is saved. */
  async client(name = 'Fjord & Co', cardNumber?: string): Promise<Client> {
    const client = await this.platform.arrange.client({ name, chargeable: false });
    await this.savesCard(client, cardNumber);
    return client;
  }

  async savesCard(client: Client, cardNumber?: string): Promise<void> {
    const { id } = await this.platform.get(StartCardSetup).run(client, client.clientId);
    const [setup] = await this.rows<{ session_id: string }>(`select session_id from card_setup where id = $1`, [id]);
    await this.stripe.control.completeCheckout(setup?.session_id ?? '', cardNumber === undefined ? {} : { cardNumber });
    await this.platform.get(CompleteCardSetup).run(client, id);
  }

  assistant(): Promise<User> {
    return this.platform.arrange.assistant({ payable: false });
  }

  /** Their account at Stripe, once it can be paid. */
  async onboard(assistant: User): Promise<string> {
    await this.platform.get(BeginPayee).run({ ...assistant, steppedUpAt: this.now });
    const account = await this.accountOf(assistant);
    await this.stripe.control.completeOnboarding(account);
    await this.platform.get(RefreshPayees).account(account, this.now);
    return account;
  }

  async accountOf({ userId }: User): Promise<string> {
    const [payee] = await this.rows<{ account: string }>(
      `select stripe_account_id as account from payee where id = $1`,
      [userId],
    );
    return payee?.account ?? '';
  }

  /** Last week the assistant worked so many hours at $18.50 for each, one after the other, and the cards have paid for it. */
  async earns(assistant: User, worked: readonly (readonly [Client, number])[]): Promise<void> {
    let from = weekOf(new Date(this.now.getTime() - 7 * DAY_MS), ZONE).start;
    for (const [client, hours] of worked) {
      const contractId = await this.platform.arrange.contract({ client, assistant, startedAt: from });
      await this.platform.arrange.week({ contractId, from, seconds: [hours * 3_600] });
      from = new Date(from.getTime() + DAY_MS);
    }
    await this.platform.get(InvoiceWeeks).run(this.now);
    await this.platform.get(ChargeInvoices).run(this.now);
  }

  /** A day later Stripe's balance is mirrored. */
  async settles(): Promise<void> {
    await this.passes(1);
    await this.platform.get(MirrorBalance).run(this.now);
  }

  /** Reviews end in silence, holds run out. */
  async untilDue(): Promise<void> {
    await this.settles(); // Money that is seen nowhere for days stops releases.
    await this.passes(10);
    await this.platform.get(AcceptBySilence).run(this.now);
    await this.platform.get(ReleaseEarnings).run(this.now);
  }

  /** Two hours for one client and one for another are due. */
  async due(assistant: User): Promise<void> {
    await this.earns(assistant, [
      [await this.client('Fjord & Co'), 2],
      [await this.client('Harbor Books'), 1],
    ]);
    await this.untilDue();
  }

  /** Cents, as they left the platform's balance at Stripe. */
  async transferredAtStripe(): Promise<number[]> {
    const rows = await this.platform.get(StripeGateway).listBalanceTransactions({ since: new Date(0) });
    return rows.filter(({ type }) => type === 'transfer').map(({ amount }) => -amount.cents);
  }

  /** What breaks an invariant, at all that has happened so far; `quiet: false` while Stripe's balance is not mirrored. */
  async violations({ quiet = true } = {}): Promise<object> {
    const watermark = quiet ? new Date(this.now.getTime() + 1) : new Date(0);
    const found = await findViolations(this.platform.db.reader, watermark);
    delete found.every_event_had_its_effect; // Nobody works the queues here.
    const { unimplemented, violations } = await this.stripe.control.counters();
    const faults = { unimplemented, violations };
    return Object.fromEntries(Object.entries({ ...found, ...faults }).filter(([, rows]) => rows.length > 0));
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.platform.owner.query<Row>(sql, values)).rows;
  }
}

function endpoints(url: string) {
  const { env } = testConfig();
  return [
    { url: `${url}/platform`, secret: env.STRIPE_WEBHOOK_SECRET },
    { url: `${url}/connect`, secret: env.STRIPE_CONNECT_WEBHOOK_SECRET, connect: true },
    { url: `${url}/accounts`, secret: env.STRIPE_ACCOUNTS_WEBHOOK_SECRET, thin: true },
  ];
}
