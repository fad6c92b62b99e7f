import { AcceptOffer, DeclineOffer, EndContract, PauseContract, ResumeContract, WithdrawOffer } from '@app/hiring';
import type { User } from '@app/kernel';
import { ContractView } from '@app/wire/hiring';
import { Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { ContractPresenter } from './contract.presenter.ts';

const Id = z.uuid();

/** What becomes of an offer and of a contract, each a resource of its own. */
@Controller('contracts/:id')
export class ContractAnswersController {
  constructor(
    private readonly presenter: ContractPresenter,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly pauseContract: PauseContract,
    private readonly resumeContract: ResumeContract,
    private readonly endContract: EndContract,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  @SerializeOptions({ schema: ContractView })
  async accept(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractView> {
    return this.presenter.one(actor, await this.acceptOffer.run(actor, id));
  }

  @Post('declination')
  @HttpCode(200)
  @SerializeOptions({ schema: ContractView })
  async decline(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractView> {
    return this.presenter.one(actor, await this.declineOffer.run(actor, id));
  }

  @Post('withdrawal')
  @HttpCode(200)
  @SerializeOptions({ schema: ContractView })
  async withdraw(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractView> {
    return this.presenter.one(actor, await this.withdrawOffer.run(actor, id));
  }

  @Post('pausing')
  @HttpCode(200)
  @SerializeOptions({ schema: ContractView })
  async pause(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractView> {
    return this.presenter.one(actor, await this.pauseContract.run(actor, id));
  }

  @Post('resumption')
  @HttpCode(200)
  @SerializeOptions({ schema: ContractView })
  async resume(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractView> {
    return this.presenter.one(actor, await this.resumeContract.run(actor, id));
  }

  @Post('ending')
  @HttpCode(200)
  @SerializeOptions({ schema: ContractView })
  async end(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<ContractView> {
    return this.presenter.one(actor, await this.endContract.run(actor, id));
  }
}
