import { Clock, type User } from '@app/kernel';
import { type LoggedTime, StartTimer, StopTimer, SwitchTimer, type TimerStart, Timers } from '@app/timelog';
import { TimeLogged, TimerRequest, TimerStarted, TimerStopQuery, TimerView } from '@app/wire/timelog';
import { Body, Controller, Delete, Get, Post, Put, Query, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, OptionalIdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
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
    const now = this.clock.now();
    return { running: running && presentEntry(actor, running, now), now: now.toISOString() };
  }

  @Post()
  @SerializeOptions({ schema: TimerStarted })
  async start(
    @CurrentActor() actor: User,
    @Body({ schema: TimerRequest }) body: TimerRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimerStarted> {
    return this.started(actor, presentRepeatable(reply, await this.startTimer.run(actor, tapped(body), key)));
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
    return this.started(actor, presentRepeatable(reply, await this.switchTimer.run(actor, tapped(body), key)));
  }

  @Delete()
  @SerializeOptions({ schema: TimeLogged })
  async stop(
    @CurrentActor() actor: User,
    @Query({ schema: TimerStopQuery }) { at }: TimerStopQuery,
    @OptionalIdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimeLogged> {
    const stopped = await this.stopTimer.run(actor, { at: at === undefined ? at : new Date(at), key });
    return presentLogged(actor, presentRepeatable(reply, stopped), this.clock.now());
  }

  /** A repeat may find that the timer has been stopped since: then none runs. */
  private started(actor: User, { entries, warnings }: LoggedTime): TimerStarted {
    const running = entries.find(({ end }) => end === null);
    return { running: running ? presentEntry(actor, running, this.clock.now()) : null, warnings: [...warnings] };
  }
}

function tapped({ at, ...timer }: TimerRequest): TimerStart {
  return at === undefined ? timer : { ...timer, at: new Date(at) };
}
