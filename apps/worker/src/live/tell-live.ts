import { Database } from '@app/database';
import { type DeliveredEvent, Effects, Live } from '@app/delivery';
import { Injectable, type Type } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';
import { liveHandlerOf, type LiveLine, liveLines } from './live-lines.ts';

/** A handler a line: an event has one job for each of its handlers. */
export const liveHandlers: readonly Type<Handler>[] = liveLines.map(toHandler);

function toHandler({ event, topics, to }: LiveLine): Type<Handler> {
  @Injectable()
  class TellLive implements Handler {
    readonly name = liveHandlerOf(event);
    readonly event = event;

    constructor(
      readonly db: Database,
      readonly live: Live,
      readonly effects: Effects,
    ) {}

    async handle(happened: DeliveredEvent): Promise<void> {
      await this.effects.atLeastOnce(this.name, happened, async () => {
        const rows = await this.db.reader.query<{ id: string }[]>(to, [JSON.stringify(happened.payload)]);
        await this.live.tell({ accounts: rows.map(({ id }) => id), topics });
      });
    }
  }
  return TellLive;
}
