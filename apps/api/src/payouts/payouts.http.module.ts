import { PayoutsModule } from '@app/payouts';
import { Module } from '@nestjs/common';

import { DebtsController, StaffDebtsController } from './debts.controller.ts';
import { PayeeController } from './payee.controller.ts';
import { PayoutsController } from './payouts.controller.ts';
import { StatementsController } from './statements.controller.ts';

@Module({
  imports: [PayoutsModule],
  controllers: [DebtsController, StaffDebtsController, PayeeController, PayoutsController, StatementsController],
})
export class PayoutsHttpModule {}
