import { disputeNotices } from './dispute-notices.ts';
import { moneyNotices } from './money-notices.ts';
import type { NoticeLine } from './notice-line.ts';
import { workNotices } from './work-notices.ts';

/** Everything that people are told in the app. */
export const noticeLines: readonly NoticeLine[] = [...workNotices, ...moneyNotices, ...disputeNotices];
