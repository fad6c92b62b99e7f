// A process of the benchmark: hands over the file that it is given and logs it, and prints what each took.
import 'reflect-metadata';

import { readFile } from 'node:fs/promises';

import { ManualClock, type User } from '@app/kernel';
import { ImportTime, LogImport } from '@app/timelog';
import { NestFactory } from '@nestjs/core';

import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { testConfig } from '../support/config.ts';
import { countStatements } from './count-statements.ts';

const [, , url, file, contractId = '', userId = '', now = ''] = process.argv;
const config = testConfig({ DATABASE_URL: url });
const log = { log() {}, warn() {}, error: (message: unknown) => void process.stderr.write(`${String(message)}\n`) };
const platform = { config, clock: new ManualClock(new Date(now)), log };
const app = await NestFactory.createApplicationContext(WorkerModule.compose(platform), { logger: log });
const csv = await readFile(file ?? '', 'utf8');

const actor: User = { kind: 'user', userId, businesses: [], emailVerified: true, steppedUpAt: null };
const asked = { contractId, fileName: 'toggl.csv', csv, zone: 'UTC' };
const took = async <Result>(work: () => Promise<Result>): Promise<[number, Result]> => {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
};
const [previewMs] = await took(() =>
  app.get(ImportTime, { strict: false }).run(actor, { ...asked, preview: true }, 'p'),
);
const [handOverMs, { value }] = await took(() =>
  app.get(ImportTime, { strict: false }).run(actor, asked, 'key-of-the-bench'),
);
const statements = countStatements();
const [ms] = await took(() => app.get(LogImport, { strict: false }).run(value.importId ?? ''));

const figures = { ms, previewMs, handOverMs, statements: statements(), peakKb: process.resourceUsage().maxRSS };
process.stdout.write(`${JSON.stringify(figures)}\n`);
await app.close();
