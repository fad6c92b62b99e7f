import { HiringModule } from '@app/hiring';
import { TimelogModule } from '@app/timelog';
import { Module } from '@nestjs/common';

import { BriefsController } from './briefs.controller.ts';
import { ContractAnswersController } from './contract-answers.controller.ts';
import { ContractPresenter } from './contract.presenter.ts';
import { ContractsController } from './contracts.controller.ts';
import { PricesController } from './prices.controller.ts';

@Module({
  imports: [HiringModule, TimelogModule],
  controllers: [BriefsController, ContractsController, ContractAnswersController, PricesController],
  providers: [ContractPresenter],
})
export class HiringHttpModule {}
