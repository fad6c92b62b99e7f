import { DisputesOfWeeks } from '@app/disputes';
import { Clock, type User } from '@app/kernel';
import { Entries, RaiseLimit, Weeks } from '@app/timelog';
import { RaiseLimitRequest, WeekDetail, WeeksQuery, WeekView, WeekViews } from '@app/wire/timelog';
import { Body, Controller, Get, Param, Put, Query, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentEntry } from './time-entry.presenter.ts';
import { presentWeek } from './week.presenter.ts';

const Id = z.uuid();

@Controller('weeks')
export class WeeksController {
  constructor(
    private readonly weeks: Weeks,
    private readonly entries: Entries,
    private readonly disputes: DisputesOfWeeks,
    private readonly raiseLimit: RaiseLimit,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: WeekViews })
  async list(
    @CurrentActor() actor: User,
    @Query({ schema: WeeksQuery }) { which, contractId }: WeeksQuery,
  ): Promise<WeekViews> {
    const weeks = await this.weeks[which](actor, contractId);
    const disputes = await this.disputes.of(weeks.filter(({ review }) => review !== null).map(({ id }) => id));
    return weeks.map((week) => presentWeek(actor, week, disputes, this.clock.now()));
  }

  @Get(':id')
  @SerializeOptions({ schema: WeekDetail })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<WeekDetail> {
    const now = this.clock.now();
    const week = await this.weeks.find(actor, id);
    const entries = await this.entries.ofWeek(actor, id);
    const disputes = await this.disputes.of([id]);
    return {
      ...presentWeek(actor, week, disputes, now),
      entries: entries.map((entry) => presentEntry(actor, entry, now)),
    };
  }
  @Put(':id/limit')
  @SerializeOptions({ schema: WeekView })
  async raise(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RaiseLimitRequest }) { limitMinutes }: RaiseLimitRequest,
  ): Promise<WeekView> {
    const week = await this.raiseLimit.run(actor, id, limitMinutes);
    return presentWeek(actor, week, await this.disputes.of([id]), this.clock.now());
  }
}
