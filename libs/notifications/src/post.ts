import { type DeliveredEvent, Effects } from '@app/delivery';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { Mailer } from './mailer.ts';

/** Sends what an event means to people. */
@Injectable()
export class Post {
  constructor(
    private readonly effects: Effects,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Each letter is recorded by itself: a retry goes on where the last try stopped. One that cannot be sent keeps no
   * other back; throws when there was one, so that the event is delivered again.
   */
  async send(
    handler: string,
    event: DeliveredEvent,
    letters: Iterable<AddressedLetter> | AsyncIterable<AddressedLetter>,
  ): Promise<void> {
    const failures: unknown[] = [];
    for await (const { about, to, letter } of letters) {
      const sent = this.effects.atLeastOnce(`${handler}/${about}`, event, () => this.mailer.send(to, letter));
      await sent.catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters could not be sent`);
    await this.effects.once(handler, event);
  }
}
