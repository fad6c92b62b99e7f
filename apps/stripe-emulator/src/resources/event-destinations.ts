import type Stripe from 'stripe';

import { unimplemented } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asV2List, operation } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import type { EndpointSecrets } from '../webhooks/endpoints.ts';
import { tellThin } from '../webhooks/tell.ts';

type Destination = Stripe.V2.Core.EventDestination;
const KIND = 'v2.core.event_destination';

export const eventDestinationOperations = [
  operation<Stripe.V2.Core.EventDestinationCreateParams>(
    'POST /v2/core/event_destinations',
    [
      'name',
      'type',
      'event_payload',
      'events_from',
      'enabled_events',
      'webhook_endpoint.url',
      'description',
      'metadata',
    ],
    ({ context, params }) => asIncluded(context, createDestination(context, params), params.include),
  ),

  operation<Stripe.V2.Core.EventDestinationRetrieveParams>(
    'GET /v2/core/event_destinations/{id}',
    [],
    ({ context, id, params }) => asIncluded(context, context.get(KIND, id, 'id'), params.include),
  ),

  operation<Stripe.V2.Core.EventDestinationListParams>('GET /v2/core/event_destinations', ['limit'], (call) => {
    const all = call.context.select(KIND).toReversed();
    return asV2List(
      call,
      all.map((one) => asIncluded(call.context, one, call.params.include)),
    );
  }),

  operation<Stripe.V2.Core.EventDestinationUpdateParams>(
    'POST /v2/core/event_destinations/{id}',
    ['name', 'description', 'enabled_events', 'webhook_endpoint.url', 'metadata'],
    ({ context, id, params }) => {
      const before = context.get(KIND, id, 'id');
      if (params.webhook_endpoint) context.hide<EndpointSecrets>(id, { url: params.webhook_endpoint.url });
      const changed = context.change(before, {
        name: params.name ?? before.name,
        description: params.description ?? before.description,
        enabled_events: params.enabled_events ?? before.enabled_events,
        metadata: mergedMetadata(before.metadata, params.metadata),
        updated: context.now.toISOString(),
      });
      return asIncluded(context, changed, params.include);
    },
  ),

  operation('DELETE /v2/core/event_destinations/{id}', [], ({ context, id }) => {
    context.get(KIND, id, 'id');
    context.remove(id);
    return { id, object: KIND, deleted: true };
  }),

  operation('POST /v2/core/event_destinations/{id}/enable', [], ({ context, id }) => setStatus(context, id, 'enabled')),
  operation('POST /v2/core/event_destinations/{id}/disable', [], ({ context, id }) =>
    setStatus(context, id, 'disabled'),
  ),

  operation('POST /v2/core/event_destinations/{id}/ping', [], ({ context, id }) => {
    context.get(KIND, id, 'id');
    const { url = '', secret = '' } = context.hidden<EndpointSecrets>(id);
    const related = { id, type: KIND, url: `/v2/core/event_destinations/${id}` };
    return tellThin(context, 'v2.core.event_destination.ping', related, {}, [{ id, url, secret }]);
  }),
];

function createDestination(context: Context, params: Stripe.V2.Core.EventDestinationCreateParams): Destination {
  if (params.type !== 'webhook_endpoint') throw unimplemented(`event destinations of type ${params.type}`);
  if (params.event_payload !== 'thin')
    throw unimplemented('event destinations with snapshots (use a webhook endpoint)');
  const now = context.now.toISOString();
  return context.insert(
    KIND,
    {
      id: newId('ed_test'),
      object: KIND,
      created: now,
      description: params.description ?? '',
      enabled_events: params.enabled_events,
      event_payload: params.event_payload,
      events_from: params.events_from ?? ['@self'],
      livemode: false,
      metadata: mergedMetadata({}, params.metadata),
      name: params.name,
      status: 'enabled',
      type: params.type,
      updated: now,
      webhook_endpoint: {},
    },
    { url: params.webhook_endpoint?.url ?? '', secret: newId('whsec', 32) },
  );
}

function setStatus(context: Context, id: string, status: Destination['status']): object {
  return asIncluded(context, context.change(context.get(KIND, id, 'id'), { status }), []);
}

function asIncluded(context: Context, destination: Destination, include: readonly string[] = []): object {
  const { url, secret } = context.hidden<EndpointSecrets>(destination.id);
  const webhook_endpoint = {
    signing_secret: include.includes('webhook_endpoint.signing_secret') ? secret : null,
    url: include.includes('webhook_endpoint.url') ? url : null,
  };
  return { ...destination, webhook_endpoint };
}
