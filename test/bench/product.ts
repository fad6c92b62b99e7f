// A process of the benchmark: freezes and invoices the week in the database that it is given, and prints what it took.
import 'reflect-metadata';

import { InvoiceWeeks } from '@app/billing';
import { ManualClock } from '@app/kernel';
import { FreezeWeeks } from '@app/timelog';
import { NestFactory } from '@nestjs/core';

import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { testConfig } from '../support/config.ts';
import { FREEZE } from './arrange-weeks.ts';
import { countStatements } from './count-statements.ts';

const config = testConfig({ DATABASE_URL: process.argv[2] });
const log = { log() {}, warn() {}, error: (message: unknown) => void process.stderr.write(`${String(message)}\n`) };
const platform = { config, clock: new ManualClock(FREEZE), log };
const app = await NestFactory.createApplicationContext(WorkerModule.compose(platform), { logger: log });

const statements = countStatements();
const began = performance.now();
await app.get(FreezeWeeks, { strict: false }).run(FREEZE);
await app.get(InvoiceWeeks, { strict: false }).run(FREEZE);
const ms = performance.now() - began;

process.stdout.write(`${JSON.stringify({ ms, statements: statements(), peakKb: process.resourceUsage().maxRSS })}\n`);
await app.close();
