import type { ErasureView, ExportView } from '@app/wire/privacy';
import { queryOptions } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';

const LOOK_AGAIN_MS = 1_500;

/** Looks again by itself while one is being gathered. */
export const exportsQuery = queryOptions({
  queryKey: ['privacy', 'exports'],
  queryFn: ({ signal }) => get<ExportView[]>('/privacy/exports', signal),
  refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'gathering') ? LOOK_AGAIN_MS : false),
});

export const erasureQuery = queryOptions({
  queryKey: ['privacy', 'erasure'],
  queryFn: ({ signal }) => get<ErasureView>('/privacy/erasure', signal),
});

export function askForExport(): Promise<ExportView> {
  return send('POST', '/privacy/exports');
}

/** `email`: the address of the account, typed once more. */
export function askForErasure(email: string): Promise<ErasureView> {
  return send('POST', '/privacy/erasure', { body: { email } });
}

export function keepAccount(): Promise<void> {
  return send('DELETE', '/privacy/erasure');
}

/** What the mail of an export led here with. */
export interface ExportLink {
  readonly exportId: string;
  readonly token: string;
}

export function exportAddress({ exportId, token }: ExportLink): string {
  return `/api/privacy/exports/${encodeURIComponent(exportId)}/download?token=${encodeURIComponent(token)}`;
}
