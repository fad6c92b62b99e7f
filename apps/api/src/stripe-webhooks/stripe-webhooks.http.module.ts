import { PayoutsModule } from '@app/payouts';
import { Module } from '@nestjs/common';

import { StripeWebhooksController } from './stripe-webhooks.controller.ts';

@Module({ imports: [PayoutsModule], controllers: [StripeWebhooksController] })
export class StripeWebhooksHttpModule {}
