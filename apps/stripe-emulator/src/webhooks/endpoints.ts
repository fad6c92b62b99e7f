import type { Context } from '../context.ts';

export interface EndpointSecrets {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

/** What an endpoint's object does not show. */
export interface EndpointHidden {
  secret: string;
  connect: boolean;
}

export interface SeededEndpoint {
  readonly url: string;
  readonly secret: string;
  /** Events of connected accounts rather than the platform's own. */
  readonly connect?: boolean;
  /** Thin events of version 2 objects (accounts) rather than snapshots. */
  readonly thin?: boolean;
}

/** The snapshot endpoints that want this event: the platform's own, or those for connected accounts. */
export function endpointsFor(context: Context, type: string): EndpointSecrets[] {
  return context.platform
    .select('webhook_endpoint', { status: 'enabled' })
    .filter((endpoint) => wants(endpoint.enabled_events, type))
    .map((endpoint) => ({ ...context.hidden<EndpointHidden>(endpoint.id), id: endpoint.id, url: endpoint.url }))
    .filter((endpoint) => Boolean(endpoint.connect) !== context.isPlatform)
    .map(({ id, url, secret }) => ({ id, url, secret: secret ?? '' }));
}

export function thinDestinationsFor(context: Context, type: string): EndpointSecrets[] {
  const from = context.isPlatform ? '@self' : '@accounts';
  return context.platform
    .select('v2.core.event_destination', { status: 'enabled' })
    .filter(
      (destination) => (destination.events_from ?? ['@self']).includes(from) && wants(destination.enabled_events, type),
    )
    .map(({ id }) => ({ ...context.hidden<EndpointSecrets>(id), id }))
    .map(({ id, url, secret }) => ({ id, url: url ?? '', secret: secret ?? '' }));
}

function wants(enabled: readonly string[], type: string): boolean {
  return enabled.includes('*') || enabled.includes(type) || (enabled.includes('v2.*') && type.startsWith('v2.'));
}

/** Replaces the endpoints given at the last start; what is still to be delivered goes to the new addresses. */
export function seedEndpoints(context: Context, seeds: readonly SeededEndpoint[]): void {
  const rows = context.emulator.db.all<{ id: string }>(
    "select id from object where id like 'we_seed%' or id like 'ed_seed%'",
  );
  rows.forEach(({ id }) => context.remove(id));
  seeds.forEach((seed, index) => (seed.thin ? seedThin(context, seed, index) : seedSnapshot(context, seed, index)));
}

function seedSnapshot(context: Context, seed: SeededEndpoint, index: number): void {
  const hidden: EndpointHidden = { secret: seed.secret, connect: seed.connect ?? false };
  context.insert(
    'webhook_endpoint',
    {
      id: `we_seed${index}`,
      object: 'webhook_endpoint',
      api_version: context.emulator.conformance.version,
      application: null,
      created: context.seconds,
      description: 'Given at the start',
      enabled_events: ['*'],
      livemode: false,
      metadata: {},
      status: 'enabled',
      url: seed.url,
    },
    hidden,
  );
}

function seedThin(context: Context, seed: SeededEndpoint, index: number): void {
  const now = context.now.toISOString();
  context.insert(
    'v2.core.event_destination',
    {
      id: `ed_seed${index}`,
      object: 'v2.core.event_destination',
      created: now,
      description: 'Given at the start',
      enabled_events: ['v2.*'],
      event_payload: 'thin',
      events_from: ['@accounts', '@self'],
      livemode: false,
      metadata: {},
      name: 'Given at the start',
      status: 'enabled',
      type: 'webhook_endpoint',
      updated: now,
      webhook_endpoint: {},
    },
    { url: seed.url, secret: seed.secret },
  );
}
