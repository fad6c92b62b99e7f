import type Stripe from 'stripe';

import { missing } from '../api/api-error.ts';
import { asList, type Call, operation, PAGING } from '../api/operation.ts';
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

  operation<Stripe.V2.Core.EventListParams>(
    'GET /v2/core/events',
    ['limit', 'object_id', 'types', 'created'],
    ({ context, params }) => {
      const found = thinEvents(context)
        .filter((event) => !params.object_id || event.related_object?.id === params.object_id)
        .filter((event) => !params.types || (params.types as readonly string[]).includes(event.type));
      return { data: found.slice(0, params.limit ?? 20), next_page_url: null, previous_page_url: null };
    },
  ),
];

function listEvents(call: Call<Stripe.EventListParams>): object {
  const { context, params } = call;
  const types = params.types ?? (params.type === undefined ? undefined : [params.type]);
  const oldest = context.seconds - KEPT_SECONDS;
  const fits = (event: SnapshotEvent) =>
    event.created >= oldest && (!types || types.some((type) => matches(type, event.type)));
  if (!types || types.length === 1) {
    const [type] = types ?? [];
    const exact = type !== undefined && !type.endsWith('*') ? { kind: type } : {};
    const found = context.list('event', params, exact);
    return asList(call, { ...found, data: found.data.filter(fits).map((event) => withPending(context, event)) });
  }
  const wide = context.list('event', { ...params, limit: 100 });
  const data = wide.data.filter(fits).slice(0, params.limit ?? 10);
  return asList(call, { data: data.map((event) => withPending(context, event)), has_more: wide.has_more });
}

function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
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
