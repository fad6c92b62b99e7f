import { DisputableTime, speaksForClient, whyNotDisputable } from '@app/disputes';
import { Clock, type User } from '@app/kernel';
import { DisputableView } from '@app/wire/disputes';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';

const Id = z.uuid();

/** What of a week can still be asked about and disputed. */
@Controller('weeks/:id/disputable')
export class DisputableWeeksController {
  constructor(
    private readonly time: DisputableTime,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: DisputableView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputableView> {
    const week = await this.time.week(actor, id);
    const entries = await this.time.entries(id);
    const reviews = speaksForClient(actor, week);
    const whyNot = whyNotDisputable(week, this.clock.now());
    const open = reviews && whyNot === null;
    return {
      weekId: id,
      until: week.reviewEndsAt?.toISOString() ?? null,
      whyNot: whyNot ?? (reviews ? null : 'not_yours'),
      entries: entries.map(({ entryId, start, end, note, seconds, leftSeconds }) => ({
        ...{ entryId, note, seconds, start: start.toISOString(), end: end.toISOString() },
        disputableSeconds: leftSeconds,
      })),
      can: { ask: open, dispute: open && entries.some(({ leftSeconds }) => leftSeconds > 0) },
    };
  }
}
