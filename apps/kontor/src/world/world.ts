import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Config, readConfig } from '@app/config';
import { appDataSource, findViolations, type Violations } from '@app/database';
import { ManualClock } from '@app/kernel';
import { StripeGateway } from '@app/stripe';
import type { LoggerService } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { type RunningApi, startApi } from '../../../api/src/start-api.ts';
import { type StripeEmulator, startStripeEmulator } from '../../../stripe-emulator/src/index.ts';
import { type RunningWorker, startWorker } from '../../../worker/src/start-worker.ts';
import { Mailbox } from '../mail/mailbox.ts';
import { type MailSink, startMailSink } from '../mail/mail-sink.ts';
import { freePort } from '../postgres/free-port.ts';
import { fillInCheckout, fillInOnboarding } from './hosted-pages.ts';
import { Time } from './time.ts';

export interface WorldOptions {
  /** A migrated and empty database. */
  databaseUrl: string;
  now: Date;
  /** Where the local Stripe keeps its state; in memory unless said. */
  stripeFile?: string;
  /** Signing secrets and the like; made up unless given. */
  settings?: Record<string, string | undefined>;
  log?: LoggerService;
}

const silent: LoggerService = {
  log() {},
  error: (message: unknown) => process.stderr.write(`${String(message)}\n`),
  warn() {},
};

/** All of Kontor in one process, its clock moved by hand: the stories', the demo's and the seed's. */
export class World {
  readonly time: Time;

  private constructor(
    readonly apiUrl: string,
    readonly config: Config,
    readonly clock: ManualClock,
    readonly stripe: StripeEmulator,
    /** As the app's own role: to look, never to arrange. */
    readonly database: DataSource,
    private readonly parts: { api: RunningApi; worker: RunningWorker; mail: MailSink; mailFolder: string },
    private readonly mailbox: Mailbox,
  ) {
    this.time = new Time(clock, () => this.parts.worker, stripe.control);
  }

  static async begin({ databaseUrl, now, stripeFile, settings = {}, log = silent }: WorldOptions): Promise<World> {
    const [apiPort, workerPort, smtpPort, mailPort] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const apiUrl = `http://localhost:${apiPort}`;
    const secrets = {
      platform: 'whsec_platform_of_a_story',
      connect: 'whsec_connect_of_a_story',
      accounts: 'whsec_accounts_of_a_story',
    };
    const webhook = (name: keyof typeof secrets) => ({
      url: `${apiUrl}/api/stripe-webhooks/${name}`,
      secret: secrets[name],
    });
    const stripe = await startStripeEmulator({
      ...(stripeFile === undefined ? {} : { file: stripeFile }),
      clock: { mode: 'frozen', at: now },
      webhooks: [webhook('platform'), { ...webhook('connect'), connect: true }, { ...webhook('accounts'), thin: true }],
    });
    const mailFolder = await mkdtemp(join(tmpdir(), 'kontor-mail-'));
    const login = { user: 'kontor', password: 'of-a-story' };
    const mail = await startMailSink({ folder: mailFolder, smtpPort, webPort: mailPort, login });
    const config = readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      PORT: String(apiPort),
      WORKER_PORT: String(workerPort),
      PUBLIC_URL: apiUrl,
      SMTP_URL: `smtp://${login.user}:${login.password}@localhost:${smtpPort}`,
      STRIPE_SECRET_KEY: 'sk_test_of_a_story',
      STRIPE_API_URL: stripe.url,
      STRIPE_WEBHOOK_SECRET: secrets.platform,
      STRIPE_CONNECT_WEBHOOK_SECRET: secrets.connect,
      STRIPE_ACCOUNTS_WEBHOOK_SECRET: secrets.accounts,
      LOG_LEVEL: 'error',
      ...settings,
    });
    const clock = new ManualClock(now);
    const api = await startApi({ config, clock, log });
    const worker = await startWorker({ config, clock, mode: 'by hand', log });
    const database = await appDataSource(databaseUrl, []).initialize();
    return new World(
      apiUrl,
      config,
      clock,
      stripe,
      database,
      { api, worker, mail, mailFolder },
      new Mailbox(mailFolder),
    );
  }

  /** Where a worker of its own may answer `/healthz`. */
  get workerPort(): number {
    return this.config.env.WORKER_PORT;
  }

  /** The token in the newest verification mail to that address. */
  async verificationToken(email: string): Promise<string> {
    const mail = (await this.mailbox.list()).find(
      ({ to, links }) => to === email && links.some((link) => link.includes('token=')),
    );
    const link = mail?.links.find((each) => each.includes('token='));
    if (!link) throw new Error(`${email} has no mail with a link`);
    return new URL(link).searchParams.get('token') ?? '';
  }

  fillsInCheckout(url: string, card: string): Promise<void> {
    return fillInCheckout(url, card);
  }

  completesOnboarding(url: string): Promise<void> {
    return fillInOnboarding(url);
  }

  /** What Stripe says that it holds for the platform, available and pending together, in cents. */
  async platformBalance(): Promise<number> {
    const stripe = new StripeGateway(this.config);
    const { available, pending } = await stripe.readBalance();
    return available.plus(pending).cents;
  }

  /** What breaks an invariant. Quiet first: everything that happened must have had its effect. */
  async violations(): Promise<Violations> {
    await this.time.quiet();
    const { unimplemented, violations } = await this.stripe.control.counters();
    const faults = [...unimplemented, ...violations].map((what) => ({ what }));
    const after = new Date(this.time.now().getTime() + 1);
    return { ...(await findViolations(this.database.manager, after)), stripe_traffic_fits_its_schema: faults };
  }

  async end(): Promise<void> {
    await this.parts.worker.stop();
    await this.parts.api.stop();
    await this.database.destroy();
    await this.stripe.stop();
    await this.parts.mail.stop();
    await rm(this.parts.mailFolder, { recursive: true, force: true });
  }
}
