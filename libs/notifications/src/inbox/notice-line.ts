import type { NoticeKind } from '@app/wire/notifications';

/** What an event tells whom in the app. `rows` finds (account_id, facts, link) by the event's payload, $1. */
export interface NoticeLine {
  readonly event: string;
  readonly kind: NoticeKind;
  readonly rows: string;
}
