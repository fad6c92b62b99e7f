import { Clock, type User } from '@app/kernel';
import { DeleteEntry, EditEntry, Entries, EntryHistory, LogTime } from '@app/timelog';
import {
  EditTimeRequest,
  EntryVersionViews,
  LogTimeRequest,
  PeriodQuery,
  TimeEntryViews,
  TimeLogged,
} from '@app/wire/timelog';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { presentEntry, presentLogged, presentVersion } from './time-entry.presenter.ts';

const Id = z.uuid();

@Controller('time-entries')
export class TimeEntriesController {
  constructor(
    private readonly entries: Entries,
    private readonly history: EntryHistory,
    private readonly logTime: LogTime,
    private readonly editEntry: EditEntry,
    private readonly deleteEntry: DeleteEntry,
    private readonly clock: Clock,
  ) {}

  @Post()
  @SerializeOptions({ schema: TimeLogged })
  async log(
    @CurrentActor() actor: User,
    @Body({ schema: LogTimeRequest }) { start, end, ...body }: LogTimeRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimeLogged> {
    const worked = { ...body, start: new Date(start), end: new Date(end) };
    const logged = presentRepeatable(reply, await this.logTime.run(actor, worked, key));
    return presentLogged(actor, logged, this.clock.now());
  }

  @Get()
  @SerializeOptions({ schema: TimeEntryViews })
  async list(
    @CurrentActor() actor: User,
    @Query({ schema: PeriodQuery }) { from, to }: PeriodQuery,
  ): Promise<TimeEntryViews> {
    const entries = await this.entries.list(actor, { from: new Date(from), to: new Date(to) });
    return entries.map((entry) => presentEntry(actor, entry, this.clock.now()));
  }

  @Patch(':id')
  @SerializeOptions({ schema: TimeLogged })
  async edit(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EditTimeRequest }) { start, end, ...body }: EditTimeRequest,
  ): Promise<TimeLogged> {
    const edit = { ...body, ...(start && { start: new Date(start) }), ...(end && { end: new Date(end) }) };
    return presentLogged(actor, await this.editEntry.run(actor, id, edit), this.clock.now());
  }

  @Delete(':id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<void> {
    await this.deleteEntry.run(actor, id);
  }

  @Get(':id/versions')
  @SerializeOptions({ schema: EntryVersionViews })
  async versions(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<EntryVersionViews> {
    return (await this.history.of(actor, id)).map(presentVersion);
  }
}
