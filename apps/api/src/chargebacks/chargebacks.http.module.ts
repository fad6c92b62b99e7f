import { ChargebacksModule } from '@app/disputes';
import { Module } from '@nestjs/common';

import { StaffChargebacksController } from './staff-chargebacks.controller.ts';

@Module({ imports: [ChargebacksModule], controllers: [StaffChargebacksController] })
export class ChargebacksHttpModule {}
