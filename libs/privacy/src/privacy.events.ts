import type { DomainEvent } from '@app/delivery';

/** Somebody wants everything that Kontor holds on them. */
export type ExportRequested = DomainEvent<'export.requested', { exportId: string }>;
/** It is gathered: the link to it goes out by mail. */
export type ExportReady = DomainEvent<'export.ready', { exportId: string }>;
/** Somebody wants to be forgotten, on a day that they can still let pass. */
export type ErasureRequested = DomainEvent<'erasure.requested', { erasureId: string }>;
/** They took it back. */
export type ErasureWithdrawn = DomainEvent<'erasure.withdrawn', { erasureId: string }>;

export const exportRequested = (exportId: string): ExportRequested => ({
  type: 'export.requested',
  payload: { exportId },
});
export const exportReady = (exportId: string): ExportReady => ({ type: 'export.ready', payload: { exportId } });
export const erasureRequested = (erasureId: string): ErasureRequested => ({
  type: 'erasure.requested',
  payload: { erasureId },
});
export const erasureWithdrawn = (erasureId: string): ErasureWithdrawn => ({
  type: 'erasure.withdrawn',
  payload: { erasureId },
});
