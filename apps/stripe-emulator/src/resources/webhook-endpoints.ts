import type Stripe from 'stripe';

import { unimplemented } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import { newId } from '../ids.ts';
import type { EndpointHidden } from '../webhooks/endpoints.ts';

export const webhookEndpointOperations = [
  operation<Stripe.WebhookEndpointCreateParams>(
    'POST /v1/webhook_endpoints',
    ['url', 'enabled_events', 'api_version', 'connect', 'description', 'metadata'],
    ({ context, params }) => {
      const version = context.emulator.conformance.version;
      if (params.api_version && params.api_version !== version)
        throw unimplemented(`webhook endpoints of API version ${params.api_version}`);
      const hidden: EndpointHidden = { secret: newId('whsec', 32), connect: params.connect ?? false };
      const endpoint = context.insert(
        'webhook_endpoint',
        {
          id: newId('we'),
          object: 'webhook_endpoint',
          api_version: params.api_version ?? null,
          application: null,
          created: context.seconds,
          description: params.description ?? null,
          enabled_events: [...params.enabled_events],
          livemode: false,
          metadata: mergedMetadata({}, params.metadata),
          status: 'enabled',
          url: params.url,
        },
        hidden,
      );
      return { ...endpoint, secret: hidden.secret };
    },
  ),

  operation('GET /v1/webhook_endpoints/{webhook_endpoint}', [], ({ context, id }) =>
    context.get('webhook_endpoint', id),
  ),

  operation<Stripe.WebhookEndpointListParams>('GET /v1/webhook_endpoints', PAGING, (call) =>
    asList(call, call.context.list('webhook_endpoint', call.params)),
  ),

  operation<Stripe.WebhookEndpointUpdateParams>(
    'POST /v1/webhook_endpoints/{webhook_endpoint}',
    ['url', 'enabled_events', 'description', 'disabled', 'metadata'],
    ({ context, id, params }) => {
      const before = context.get('webhook_endpoint', id);
      return context.change(before, {
        url: params.url ?? before.url,
        enabled_events: params.enabled_events ? [...params.enabled_events] : before.enabled_events,
        description: params.description === undefined ? before.description : params.description || null,
        metadata: mergedMetadata(before.metadata, params.metadata),
        ...(params.disabled === undefined ? {} : { status: params.disabled ? 'disabled' : 'enabled' }),
      });
    },
  ),

  operation('DELETE /v1/webhook_endpoints/{webhook_endpoint}', [], ({ context, id }) => {
    context.get('webhook_endpoint', id);
    context.remove(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
];
