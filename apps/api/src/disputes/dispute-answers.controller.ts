import {
  AcceptDispute,
  AnswerDispute,
  AppealDecision,
  DeclinePartOffer,
  OfferPart,
  PreviewOffer,
  TakeOffer,
  WithdrawDispute,
} from '@app/disputes';
import type { User } from '@app/kernel';
import {
  AppealRequest,
  DisputeDetail,
  GivenBackPreview,
  OfferPartRequest,
  PreviewOfferRequest,
  StatementRequest,
} from '@app/wire/disputes';
import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { DisputePresenter } from './dispute.presenter.ts';
import { presentWorth } from './worth.presenter.ts';

const Id = z.uuid();

/** What the two sides do about a dispute, each a resource of its own. */
@Controller('disputes/:id')
export class DisputeAnswersController {
  constructor(
    private readonly presenter: DisputePresenter,
    private readonly acceptDispute: AcceptDispute,
    private readonly answerDispute: AnswerDispute,
    private readonly previewOffer: PreviewOffer,
    private readonly offerPart: OfferPart,
    private readonly takeOffer: TakeOffer,
    private readonly declineOffer: DeclinePartOffer,
    private readonly withdrawDispute: WithdrawDispute,
    private readonly appealDecision: AppealDecision,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async accept(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.acceptDispute.run(actor, id));
  }

  @Post('answer')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async answer(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StatementRequest }) { text }: StatementRequest,
  ): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.answerDispute.run(actor, id, text));
  }

  /** The money of an offer, and nothing is offered. */
  @Post('offer-preview')
  @HttpCode(200)
  @SerializeOptions({ schema: GivenBackPreview })
  async preview(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PreviewOfferRequest }) { lines }: PreviewOfferRequest,
  ): Promise<GivenBackPreview> {
    return presentWorth(await this.previewOffer.run(actor, id, lines));
  }

  @Post('offer')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async offer(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferPartRequest }) body: OfferPartRequest,
  ): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.offerPart.run(actor, id, body));
  }

  @Post('settlement')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async settle(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.takeOffer.run(actor, id));
  }

  @Post('offer/declination')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async decline(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.declineOffer.run(actor, id));
  }

  @Post('withdrawal')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async withdraw(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.withdrawDispute.run(actor, id));
  }

  @Post('appeal')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputeDetail })
  async appeal(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AppealRequest }) { reason }: AppealRequest,
  ): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.appealDecision.run(actor, id, reason));
  }
}
