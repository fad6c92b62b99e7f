import { PayoutsModule } from '@app/payouts';
import { Module } from '@nestjs/common';

import { PayeeController } from './payee.controller.ts';
import { PayoutsController } from './payouts.controller.ts';
import { StatementsController } from './statements.controller.ts';

@Module({ imports: [PayoutsModule], controllers: [PayeeController, PayoutsController, StatementsController] })
export class PayoutsHttpModule {}
