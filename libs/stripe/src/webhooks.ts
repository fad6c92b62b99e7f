import type { Config } from '@app/config';
import { Invalid } from '@app/kernel';
import type { Stripe } from 'stripe';

import type { StripeCalls } from './stripe-calls.ts';

/** The platform's own events, those of connected accounts, and the thin ones about accounts. */
export const webhookEndpoints = ['platform', 'connect', 'accounts'] as const;
export type WebhookEndpoint = (typeof webhookEndpoints)[number];

/** What a webhook told us: enough to read the object again. */
export interface ProvenWebhook {
  readonly id: string;
  readonly type: string;
  readonly objectId: string;
  /** The connected account it happened on, or null for the platform's own. */
  readonly account: string | null;
}

/** What a webhook says once its signature is proven. Throws `webhook_signature` or `webhook_mode`. */
export function readWebhook(
  calls: StripeCalls,
  config: Config,
  endpoint: WebhookEndpoint,
  rawBody: Buffer,
  signature: string,
): ProvenWebhook {
  const event = proven(calls, config, endpoint, rawBody, signature);
  if (event.livemode !== /_live_/.test(config.env.STRIPE_SECRET_KEY))
    throw new Invalid('webhook_mode', 'A test event does not belong among live ones, nor a live one among tests.');
  return 'data' in event ? snapshot(event) : thin(event);
}

function proven(
  calls: StripeCalls,
  config: Config,
  endpoint: WebhookEndpoint,
  rawBody: Buffer,
  signature: string,
): Stripe.Event | Stripe.V2.Core.EventNotification {
  const secret = secretOf(config, endpoint);
  try {
    return endpoint === 'accounts'
      ? calls.webhooks.parseEventNotification(rawBody, signature, secret)
      : calls.webhooks.webhooks.constructEvent(rawBody, signature, secret);
  } catch (error) {
    throw new Invalid('webhook_signature', 'This was not signed by Stripe, or not lately.', [
      { field: 'Stripe-Signature', message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' },
    ]);
  }
}

function snapshot({ id, type, account, data }: Stripe.Event): ProvenWebhook {
  const { id: objectId } = data.object as { id?: string };
  return { id, type, objectId: objectId ?? id, account: account ?? null };
}

function thin(event: Stripe.V2.Core.EventNotification): ProvenWebhook {
  const related = 'related_object' in event ? (event.related_object as { id?: string } | null) : null;
  const relatedId = related?.id ?? null;
  return {
    id: event.id,
    type: event.type,
    objectId: relatedId ?? event.id,
    account: event.context?.toString() ?? relatedId,
  };
}

function secretOf({ env }: Config, endpoint: WebhookEndpoint): string {
  switch (endpoint) {
    case 'platform':
      return env.STRIPE_WEBHOOK_SECRET;
    case 'connect':
      return env.STRIPE_CONNECT_WEBHOOK_SECRET;
    case 'accounts':
      return env.STRIPE_ACCOUNTS_WEBHOOK_SECRET;
  }
}
