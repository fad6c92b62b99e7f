import type Stripe from 'stripe';

import { missing } from '../api/api-error.ts';
import { asList, asV2List, type Call, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import type { SnapshotEvent, ThinEvent } from '../kinds.ts';
import { pendingWebhooksOf } from '../webhooks/deliveries.ts';

const KEPT_SECONDS = 30 * 24 * 3600;

export const eventOperations = [
  operation('GET /v1/events/{id}', [], ({ context, id }) => {
    const event = context.get('event', id, 'id');
    if (event.created < context.seconds - KEPT_SECONDS) throw missing('event', id, 'id');
    return withPending(context, event);
  }),

  operation<Stripe.EventListParams>('GET /v1/events', [...PAGING, 'created', 'type', 'types'], (call) =>
    listEvents(call),
  ),

  operation('GET /v2/core/events/{id}', [], ({ context, id }) => thinEvent(context, id)),

  operation<Stripe.V2.Core.EventListParams>('GET /v2/core/events', ['limit', 'object_id', 'types'], (call) => {
    const { object_id, types } = call.params;
    const found = thinEvents(call.context)
      .filter((event) => !object_id || event.related_object?.id === object_id)
      .filter((event) => !types || (types as readonly string[]).includes(event.type));
    return asV2List(call, found);
  }),
];

function listEvents(call: Call<Stripe.EventListParams>): object {
  const { context, params } = call;
  const { created } = params;
  const oldest = context.seconds - KEPT_SECONDS;
  const since = typeof created === 'number' ? created : { ...created, gte: Math.max(created?.gte ?? 0, oldest) };
  const types = params.types ?? (params.type === undefined ? undefined : [params.type]);
  const found = context.list('event', { ...params, created: since }, types ? { kind: types } : {});
  return asList(call, { ...found, data: found.data.map((event) => withPending(context, event)) });
}

function withPending(context: Context, event: SnapshotEvent): SnapshotEvent {
  return { ...event, pending_webhooks: pendingWebhooksOf(context.emulator.db, event.id) };
}

// A platform reads the thin events of its connected accounts as well as its own.
function thinEvents(context: Context): ThinEvent[] {
  const own = context.isPlatform ? '' : ' and account = ?';
  return context.emulator.db
    .all<{ json: string }>(
      `select json from object where type = 'v2.core.event'${own} order by seq desc`,
      ...(own ? [context.account] : []),
    )
    .map((row) => JSON.parse(row.json) as ThinEvent);
}

function thinEvent(context: Context, id: string): ThinEvent {
  const found = thinEvents(context).find((event) => event.id === id);
  if (!found) throw missing('event', id, 'id');
  return found;
}
