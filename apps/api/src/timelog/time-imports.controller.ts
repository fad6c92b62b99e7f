import type { User } from '@app/kernel';
import { type HandedOver, ImportTime, TimeImports } from '@app/timelog';
import { ImportTimeRequest, TimeImported, type TimeImportView, TimeImportViews } from '@app/wire/timelog';
import { Body, Controller, Get, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';

@Controller('time-imports')
export class TimeImportsController {
  constructor(
    private readonly importTime: ImportTime,
    private readonly imports: TimeImports,
  ) {}

  @Get()
  @SerializeOptions({ schema: TimeImportViews })
  async list(@CurrentActor() actor: User): Promise<TimeImportViews> {
    return (await this.imports.list(actor)).map(present);
  }

  @Post()
  @SerializeOptions({ schema: TimeImported })
  async import(
    @CurrentActor() actor: User,
    @Body({ schema: ImportTimeRequest }) body: ImportTimeRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimeImported> {
    const imported = presentRepeatable(reply, await this.importTime.run(actor, body, key));
    const { importId, entries, seconds, leftOut } = imported;
    const rows = entries.map(({ line, start, end, note }) => ({
      ...{ line, note },
      start: start.toISOString(),
      end: end.toISOString(),
    }));
    return { importId, rows: rows.length, seconds, entries: rows, leftOut: [...leftOut] };
  }
}

function present({ stateAt, askedAt, refusal, ...rest }: HandedOver): TimeImportView {
  const at = { stateAt: stateAt.toISOString(), askedAt: askedAt.toISOString() };
  return { ...rest, ...at, refusal: refusal && { ...refusal, faults: [...refusal.faults] } };
}
