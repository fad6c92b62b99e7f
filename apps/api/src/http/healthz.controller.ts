import { setTimeout as wait } from 'node:timers/promises';

import { Database } from '@app/database';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Public } from '../auth/public.ts';

const PATIENCE_MS = 2_000;

/** Whether this process can be sent requests: it answers, and its database does. */
@ApiExcludeController()
@Controller('healthz')
export class HealthzController {
  constructor(private readonly db: Database) {}

  @Public()
  @Get()
  async check(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'no database' }> {
    if (await this.#databaseAnswers()) return { status: 'ok' };
    void reply.status(503);
    return { status: 'no database' };
  }

  async #databaseAnswers(): Promise<boolean> {
    const query = this.db.reader.query('select 1').then(
      () => true,
      () => false,
    );
    return Promise.race([query, wait(PATIENCE_MS, false, { ref: false })]);
  }
}
