export { DeliveryModule } from './delivery.module.ts';
export { Effects } from './effects.ts';
export type { DeliveredEvent, DomainEvent } from './event.ts';
export { Events } from './events.ts';
export { IdempotencyKeys, KeyReused, KeyStillRunning, type RepeatableRequest } from './idempotency-keys.ts';
export { JobQueue, type QueueHandler } from './job-queue.ts';
export { prepareDelivery, type Subscription } from './prepare-delivery.ts';
export { WebhookInbox, type ReceivedWebhook, type WebhookReceived } from './webhook-inbox.ts';
