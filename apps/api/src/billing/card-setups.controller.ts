import { CompleteCardSetup, SavedCards, StartCardSetup } from '@app/billing';
import type { User } from '@app/kernel';
import { CardSetupView, CardsQuery, CardViews, CompletedCardSetupView, StartCardSetupRequest } from '@app/wire/billing';
import { Body, Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentCard } from './card.presenter.ts';

const Id = z.uuid();

@Controller()
export class CardSetupsController {
  constructor(
    private readonly startCardSetup: StartCardSetup,
    private readonly completeCardSetup: CompleteCardSetup,
    private readonly cards: SavedCards,
  ) {}

  @Post('card-setups')
  @SerializeOptions({ schema: CardSetupView })
  start(
    @CurrentActor() actor: User,
    @Body({ schema: StartCardSetupRequest }) { businessId }: StartCardSetupRequest,
  ): Promise<CardSetupView> {
    return this.startCardSetup.run(actor, businessId);
  }

  @Post('card-setups/:id/completion')
  @HttpCode(200)
  @SerializeOptions({ schema: CompletedCardSetupView })
  async complete(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
  ): Promise<CompletedCardSetupView> {
    const card = await this.completeCardSetup.run(actor, id);
    return { card: card && presentCard(card) };
  }

  @Get('cards')
  @SerializeOptions({ schema: CardViews })
  async list(
    @CurrentActor() actor: User,
    @Query({ schema: CardsQuery }) { businessId }: CardsQuery,
  ): Promise<CardViews> {
    return (await this.cards.list(actor, businessId)).map(presentCard);
  }
}
