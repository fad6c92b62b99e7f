import type { NoticeLine } from '@app/notifications';

/** The name of the line's handler and queue. */
export function noticeHandlerOf({ kind }: NoticeLine): string {
  return `notices.tell-${kind}`;
}
