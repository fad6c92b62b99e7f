import { Contracts, OfferContract } from '@app/hiring';
import type { User } from '@app/kernel';
import { ContractDetail, ContractView, ContractViews, OfferRequest } from '@app/wire/hiring';
import { Body, Controller, Get, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { ContractPresenter } from './contract.presenter.ts';

const Id = z.uuid();

@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly contracts: Contracts,
    private readonly presenter: ContractPresenter,
    private readonly offerContract: OfferContract,
  ) {}

  @Post()
  @SerializeOptions({ schema: ContractView })
  async offer(
    @CurrentActor() actor: User,
    @Body({ schema: OfferRequest }) body: OfferRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContractView> {
    const offered = presentRepeatable(reply, await this.offerContract.run(actor, body, key));
    return this.presenter.one(actor, offered);
  }

  @Get()
  @SerializeOptions({ schema: ContractViews })
  async list(@CurrentActor() actor: User): Promise<ContractViews> {
    return this.presenter.many(actor, await this.contracts.list(actor));
  }

  @Get(':id')
  @SerializeOptions({ schema: ContractDetail })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractDetail> {
    return this.presenter.inDetail(actor, await this.contracts.find(actor, id));
  }
}
