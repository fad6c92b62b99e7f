import { Invalid } from '@app/kernel';
import { ReceiveWebhook } from '@app/payouts';
import type { WebhookEndpoint } from '@app/stripe';
import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Public } from '../auth/public.ts';

const SIGNATURE = 'Stripe-Signature';

/** Stripe signs what it sends, so nobody is signed in. Stored, then 200 at once: the worker does the rest. */
@Public()
@Controller('stripe-webhooks')
export class StripeWebhooksController {
  constructor(private readonly receiveWebhook: ReceiveWebhook) {}

  @Post('platform')
  @HttpCode(200)
  platform(@Req() request: RawBodyRequest<FastifyRequest>, @Headers(SIGNATURE) signature?: string): Promise<void> {
    return this.receive('platform', request, signature);
  }

  @Post('connect')
  @HttpCode(200)
  connect(@Req() request: RawBodyRequest<FastifyRequest>, @Headers(SIGNATURE) signature?: string): Promise<void> {
    return this.receive('connect', request, signature);
  }

  @Post('accounts')
  @HttpCode(200)
  accounts(@Req() request: RawBodyRequest<FastifyRequest>, @Headers(SIGNATURE) signature?: string): Promise<void> {
    return this.receive('accounts', request, signature);
  }

  private async receive(
    endpoint: WebhookEndpoint,
    { rawBody }: RawBodyRequest<FastifyRequest>,
    signature: string | undefined,
  ): Promise<void> {
    if (!rawBody || signature === undefined)
      throw Invalid.field(SIGNATURE, 'is required, over the body as it was sent', 'webhook_signature');
    await this.receiveWebhook.run(endpoint, rawBody, signature);
  }
}
