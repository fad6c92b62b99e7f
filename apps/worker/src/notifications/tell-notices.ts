import { type DeliveredEvent, Effects, Live } from '@app/delivery';
import { Inbox, type NoticeLine, noticeLines } from '@app/notifications';
import { Injectable, type Type } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';
import { noticeHandlerOf } from './notice-handlers.ts';

/** A handler a line: what is told of an event is told once, and the reader's open screens hear of it. */
export const noticeHandlers: readonly Type<Handler>[] = noticeLines.map(toHandler);

function toHandler(line: NoticeLine): Type<Handler> {
  @Injectable()
  class TellNotices implements Handler {
    readonly name = noticeHandlerOf(line);
    readonly event = line.event;

    constructor(
      readonly inbox: Inbox,
      readonly effects: Effects,
      readonly live: Live,
    ) {}

    async handle(event: DeliveredEvent): Promise<void> {
      let told: string[] = [];
      await this.effects.once(this.name, event, async (tx) => {
        told = await this.inbox.tell(tx, line, event);
      });
      await this.live.tell({ accounts: told, topics: ['notifications'] });
    }
  }
  return TellNotices;
}
