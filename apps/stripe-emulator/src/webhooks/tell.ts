import type { Context } from '../context.ts';
import { Violation } from '../findings.ts';
import { newId } from '../ids.ts';
import type { SnapshotEvent, ThinEvent } from '../kinds.ts';
import { type EndpointSecrets, endpointsFor, thinDestinationsFor } from './endpoints.ts';
import { enqueue } from './deliveries.ts';

/** Records that something happened to an object of version 1 of the API, and who is to hear of it. */
export function tellSnapshot(context: Context, type: string, object: object, before?: object): void {
  const twins = context.emulator.faults.ofEvent(type, ['twin']) ? 2 : 1;
  for (let count = 0; count < twins; count++) {
    const event = storedSnapshot(context, type, object, before);
    tellThinTwin(context, event);
  }
}

function storedSnapshot(context: Context, type: string, object: object, before?: object): SnapshotEvent {
  const endpoints = endpointsFor(context, type);
  const event: SnapshotEvent = {
    id: newId('evt'),
    object: 'event',
    ...(context.isPlatform ? {} : { account: context.account }),
    api_version: context.emulator.conformance.version,
    created: context.seconds,
    data: { object, ...(before ? { previous_attributes: changedFrom(before, object) } : {}) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: context.request?.id ?? null, idempotency_key: context.request?.idempotencyKey ?? null },
    type,
  };
  check(context, type, () => context.emulator.conformance.snapshotEvent(event));
  context.insert('event', event);
  enqueue(context, event, endpoints);
  return event;
}

function tellThinTwin(context: Context, snapshot: SnapshotEvent): void {
  const type = `v1.${snapshot.type}`;
  const wanted = thinDestinationsFor(context, type);
  if (wanted.length === 0 || !context.emulator.conformance.isThinEvent(type)) return;
  const object = snapshot.data.object as { id: string; object: string };
  const related = { id: object.id, type: object.object, url: `/v1/${object.object.replace('.', '/')}s/${object.id}` };
  tellThin(context, type, related, { snapshot_event: snapshot.id });
}

/** Records a thin event: `related` names what changed, and `data` shows only when the event itself is fetched. */
export function tellThin(
  context: Context,
  type: string,
  related: ThinEvent['related_object'],
  more: Pick<ThinEvent, 'data' | 'snapshot_event'> = {},
  only?: readonly EndpointSecrets[],
): ThinEvent {
  const { request } = context;
  const event: ThinEvent = {
    id: newId('evt_test'),
    object: 'v2.core.event',
    type,
    livemode: false,
    created: context.now.toISOString(),
    ...(context.isPlatform ? {} : { context: context.account }),
    related_object: related,
    reason: request
      ? { type: 'request', request: { id: request.id, idempotency_key: request.idempotencyKey ?? '' } }
      : null,
    ...more,
  };
  check(context, type, () => context.emulator.conformance.thinEvent(event));
  context.insert('v2.core.event', event, { related: related?.id });
  enqueue(context, event, only ?? thinDestinationsFor(context, type));
  return event;
}

function check(context: Context, type: string, verdict: () => string | null): void {
  const problem = context.emulator.checks ? verdict() : null;
  if (problem) throw new Violation(`event ${type} does not fit: ${problem}`);
}

function changedFrom(before: object, after: object): object {
  const now = after as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key])),
  );
}
