import type { Erasure, Obstacle, PrivacyExport } from '@app/privacy';
import type { ErasureView, ExportView } from '@app/wire/privacy';

export function presentExport(given: PrivacyExport): ExportView {
  const { id, requestedAt, partsDone, partsTotal, readyAt, expiresAt, size } = given;
  return {
    id,
    requestedAt: requestedAt.toISOString(),
    percent: Math.floor((partsDone * 100) / partsTotal),
    state: stateOf(given),
    readyAt: readyAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    sizeBytes: size,
  };
}

function stateOf({ readyAt, failedAt, removedAt, downloadedAt }: PrivacyExport): ExportView['state'] {
  if (failedAt) return 'failed';
  if (!readyAt) return 'gathering';
  if (downloadedAt) return 'downloaded';
  return removedAt ? 'expired' : 'ready';
}

export function presentErasure({
  erasure,
  obstacles,
}: {
  erasure: Erasure | null;
  obstacles: readonly Obstacle[];
}): ErasureView {
  return {
    erasure: erasure && {
      requestedAt: erasure.requestedAt.toISOString(),
      erasesAt: erasure.erasesAt.toISOString(),
      postponedAt: erasure.postponedAt?.toISOString() ?? null,
    },
    obstacles: obstacles.map((each) => ({ ...each, until: each.until?.toISOString() ?? null })),
    can: { request: erasure === null && obstacles.length === 0, withdraw: erasure !== null },
  };
}
