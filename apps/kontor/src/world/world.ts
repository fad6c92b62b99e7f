import { type Config, readConfig } from '@app/config';
import { appDataSource, findViolations, type Violations } from '@app/database';
import { ManualClock } from '@app/kernel';
import { StripeGateway } from '@app/stripe';
import type { LoggerService } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { startApi } from '../../../api/src/start-api.ts';
import { type StripeEmulator, startStripeEmulator } from '../../../stripe-emulator/src/index.ts';
import { type RunningWorker, startWorker } from '../../../worker/src/start-worker.ts';
import type { Mail, Mailbox } from '../mail/mailbox.ts';
import { freePort } from '../postgres/free-port.ts';
import { answerBank, fillInCheckout, fillInOnboarding } from './hosted-pages.ts';
import { Running } from './running.ts';
import { keepFiles } from './keep-files.ts';
import { takeMail } from './take-mail.ts';
import { Time } from './time.ts';

export interface WorldOptions {
  /** A migrated and empty database. */
  databaseUrl: string;
  now: Date;
  /** Where the local Stripe keeps its state; in memory unless said. */
  stripeFile?: string;
  /** What second factors are sealed with: of whoever is to open them. */
  secretsKey?: string;
  log?: LoggerService;
}

const silent: LoggerService = {
  log() {},
  error: (message: unknown) => process.stderr.write(`${String(message)}\n`),
  warn() {},
};

const signing = {
  platform: 'whsec_platform_of_a_story',
  connect: 'whsec_connect_of_a_story',
  accounts: 'whsec_accounts_of_a_story',
};

const SECRETS_KEY = 'the key of a story, which is no secret';

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
    private readonly worker: RunningWorker,
    private readonly mailbox: Mailbox,
    private readonly running: Running,
  ) {
    this.time = new Time(clock, worker, stripe.control);
  }

  static async begin(options: WorldOptions): Promise<World> {
    const running = new Running();
    try {
      return await World.start(options, running);
    } catch (error) {
      await running.end();
      throw error;
    }
  }

  private static async start(
    { databaseUrl, now, stripeFile, secretsKey = SECRETS_KEY, log = silent }: WorldOptions,
    running: Running,
  ): Promise<World> {
    const [apiPort, workerPort] = [await freePort(), await freePort()];
    const apiUrl = `http://localhost:${apiPort}`;
    const stripe = await startStripeEmulator({
      ...(stripeFile === undefined ? {} : { file: stripeFile }),
      clock: { mode: 'frozen', at: now },
      webhooks: [
        { url: `${apiUrl}/api/stripe-webhooks/platform`, secret: signing.platform },
        { url: `${apiUrl}/api/stripe-webhooks/connect`, secret: signing.connect, connect: true },
        { url: `${apiUrl}/api/stripe-webhooks/accounts`, secret: signing.accounts, thin: true },
      ],
    });
    running.add(() => stripe.stop());
    const { mailbox, smtpUrl } = await takeMail(running);
    const config = readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      PORT: String(apiPort),
      WORKER_PORT: String(workerPort),
      PUBLIC_URL: apiUrl,
      FILES_DIR: await keepFiles(running),
      SMTP_URL: smtpUrl,
      // Of a build that stands somewhere else than the one that is shipped.
      ...(process.env.WEB_DIST === undefined ? {} : { WEB_DIST: process.env.WEB_DIST }),
      STRIPE_SECRET_KEY: 'sk_test_of_a_story',
      STRIPE_API_URL: stripe.url,
      STRIPE_WEBHOOK_SECRET: signing.platform,
      STRIPE_CONNECT_WEBHOOK_SECRET: signing.connect,
      STRIPE_ACCOUNTS_WEBHOOK_SECRET: signing.accounts,
      SECRETS_KEY: secretsKey,
      LOG_LEVEL: 'error',
    });
    const clock = new ManualClock(now);
    const database = await appDataSource(databaseUrl, []).initialize();
    running.add(() => database.destroy());
    const api = await startApi({ config, clock, log });
    running.add(() => api.stop());
    const worker = await startWorker({ config, clock, mode: 'by hand', log });
    running.add(() => worker.stop());
    return new World(apiUrl, config, clock, stripe, database, worker, mailbox, running);
  }

  /** Where a worker of its own may answer `/healthz`. */
  get workerPort(): number {
    return this.config.env.WORKER_PORT;
  }

  /** A worker that died is noticed, and what it had taken given back. */
  tendsJobs(): Promise<void> {
    return this.worker.tendJobs();
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

  answersBank(url: string, answer: 'confirm' | 'refuse' = 'confirm'): Promise<void> {
    return answerBank(url, answer);
  }

  /** What was mailed to that address, the newest first. */
  async lettersTo(email: string): Promise<Mail[]> {
    return (await this.mailbox.list()).filter(({ to }) => to === email);
  }

  /** The same by its subjects. */
  async mailTo(email: string): Promise<string[]> {
    return (await this.lettersTo(email)).map(({ subject }) => subject);
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

  end(): Promise<void> {
    return this.running.end();
  }
}
