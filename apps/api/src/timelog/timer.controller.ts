import { Clock, type User } from '@app/kernel';
import { type LoggedTime, StartTimer, StopTimer, SwitchTimer, Timers } from '@app/timelog';
import { TimeLogged, TimerRequest, TimerStarted, TimerView } from '@app/wire/timelog';
import { Body, Controller, Delete, Get, Post, Put, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { presentEntry, presentLogged } from './time-entry.presenter.ts';

/** The one timer that a person has: it is put on a client, or taken away. */
@Controller('timer')
export class TimerController {
  constructor(
    private readonly timers: Timers,
    private readonly startTimer: StartTimer,
    private readonly switchTimer: SwitchTimer,
    private readonly stopTimer: StopTimer,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: TimerView })
  async show(@CurrentActor() actor: User): Promise<TimerView> {
    const running = await this.timers.running(actor);
    return { running: running && presentEntry(actor, running, this.clock.now()) };
  }

  @Post()
  @SerializeOptions({ schema: TimerStarted })
  async start(
    @CurrentActor() actor: User,
    @Body({ schema: TimerRequest }) body: TimerRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimerStarted> {
    return this.started(actor, presentRepeatable(reply, await this.startTimer.run(actor, body, key)));
  }

  /** Stops what runs and starts this, at one instant. */
  @Put()
  @SerializeOptions({ schema: TimerStarted })
  async switch(
    @CurrentActor() actor: User,
    @Body({ schema: TimerRequest }) body: TimerRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimerStarted> {
    return this.started(actor, presentRepeatable(reply, await this.switchTimer.run(actor, body, key)));
  }

  @Delete()
  @SerializeOptions({ schema: TimeLogged })
  async stop(@CurrentActor() actor: User): Promise<TimeLogged> {
    return presentLogged(actor, await this.stopTimer.run(actor), this.clock.now());
  }

  /** A repeat may find that the timer has been stopped since: then none runs. */
  private started(actor: User, { entries, warnings }: LoggedTime): TimerStarted {
    const running = entries.find(({ end }) => end === null);
    return { running: running ? presentEntry(actor, running, this.clock.now()) : null, warnings: [...warnings] };
  }
}
