import { PayoutsModule } from '@app/payouts';
import { Module } from '@nestjs/common';

import { PayeeController } from './payee.controller.ts';
import { PayoutsController } from './payouts.controller.ts';

@Module({ imports: [PayoutsModule], controllers: [PayeeController, PayoutsController] })
export class PayoutsHttpModule {}
