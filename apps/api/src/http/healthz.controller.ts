import { Database } from '@app/database';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { Public } from '../auth/public.ts';

/** Whether this process can be sent requests: it answers, and its database does. */
@ApiExcludeController()
@Controller('healthz')
export class HealthzController {
  constructor(private readonly db: Database) {}

  @Public()
  @Get()
  async check(): Promise<{ status: 'ok' }> {
    await this.db.reader.query('select 1');
    return { status: 'ok' };
  }
}
