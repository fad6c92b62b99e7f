import {
  AgreeToCorrection,
  AnswerQuery,
  AskAboutEntry,
  CorrectEntry,
  DeclineCorrection,
  EntryQueries,
  PreviewCorrection,
} from '@app/disputes';
import type { User } from '@app/kernel';
import {
  AnswerQueryRequest,
  AskRequest,
  CorrectEntryRequest,
  GivenBackPreview,
  PreviewCorrectionRequest,
  QueryView,
  QueryViews,
} from '@app/wire/disputes';
import { Body, Controller, Get, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { QueryPresenter } from './query.presenter.ts';
import { presentWorth } from './worth.presenter.ts';

const Id = z.uuid();

/** Questions about entries, while their week is under review. */
@Controller()
export class EntryQueriesController {
  constructor(
    private readonly queries: EntryQueries,
    private readonly presenter: QueryPresenter,
    private readonly ask: AskAboutEntry,
    private readonly answerQuery: AnswerQuery,
    private readonly previewCorrection: PreviewCorrection,
    private readonly correctEntry: CorrectEntry,
    private readonly agree: AgreeToCorrection,
    private readonly decline: DeclineCorrection,
  ) {}

  @Post('time-entries/:id/queries')
  @SerializeOptions({ schema: QueryView })
  async asks(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskRequest }) { question }: AskRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueryView> {
    return this.presenter.one(actor, presentRepeatable(reply, await this.ask.run(actor, id, question, key)));
  }

  @Get('entry-queries')
  @SerializeOptions({ schema: QueryViews })
  async list(@CurrentActor() actor: User): Promise<QueryViews> {
    return this.presenter.many(actor, await this.queries.list(actor));
  }

  @Get('weeks/:id/queries')
  @SerializeOptions({ schema: QueryViews })
  async ofWeek(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<QueryViews> {
    return this.presenter.many(actor, await this.queries.ofWeek(actor, id));
  }

  @Get('entry-queries/:id')
  @SerializeOptions({ schema: QueryView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<QueryView> {
    return this.presenter.one(actor, await this.queries.find(actor, id));
  }

  @Post('entry-queries/:id/answer')
  @HttpCode(200)
  @SerializeOptions({ schema: QueryView })
  async answer(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AnswerQueryRequest }) { answer }: AnswerQueryRequest,
  ): Promise<QueryView> {
    return this.presenter.one(actor, await this.answerQuery.run(actor, id, answer));
  }

  /** The money of a correction, and nothing is corrected. */
  @Post('entry-queries/:id/correction-preview')
  @HttpCode(200)
  @SerializeOptions({ schema: GivenBackPreview })
  async preview(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PreviewCorrectionRequest }) { seconds }: PreviewCorrectionRequest,
  ): Promise<GivenBackPreview> {
    return presentWorth(await this.previewCorrection.run(actor, id, seconds));
  }

  @Post('entry-queries/:id/correction')
  @HttpCode(200)
  @SerializeOptions({ schema: QueryView })
  async correct(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CorrectEntryRequest }) body: CorrectEntryRequest,
  ): Promise<QueryView> {
    return this.presenter.one(actor, await this.correctEntry.run(actor, id, body));
  }

  @Post('entry-queries/:id/agreement')
  @HttpCode(200)
  @SerializeOptions({ schema: QueryView })
  async agrees(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<QueryView> {
    return this.presenter.one(actor, await this.agree.run(actor, id));
  }

  @Post('entry-queries/:id/declination')
  @HttpCode(200)
  @SerializeOptions({ schema: QueryView })
  async declines(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<QueryView> {
    return this.presenter.one(actor, await this.decline.run(actor, id));
  }
}
