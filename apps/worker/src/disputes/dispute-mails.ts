import type { DeliveredEvent } from '@app/delivery';
import { type AddressedLetter, ContractLetters, DisputeLetters, Post, QueryLetters } from '@app/notifications';
import { Injectable, type Type } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';
import { disputeMailHandlerOf, type MailedEvent } from './mailed-events.ts';

interface Letters {
  readonly disputes: DisputeLetters;
  readonly queries: QueryLetters;
  readonly contracts: ContractLetters;
}

type Written = (letters: Letters, event: DeliveredEvent<never>) => Promise<AddressedLetter[]>;

/** Which letters each event is told by. */
const written: Readonly<Record<MailedEvent, Written>> = {
  'dispute.opened': ({ disputes }, event) => disputes.opened(event),
  'dispute.answered': ({ disputes }, event) => disputes.answered(event),
  'dispute.referred': ({ disputes }, event) => disputes.referred(event),
  'dispute.decided': ({ disputes }, event) => disputes.decided(event),
  'dispute.appealed': ({ disputes }, event) => disputes.appealed(event),
  'dispute.closed': ({ disputes }, event) => disputes.closed(event),
  'dispute.deadline_near': ({ disputes }, event) => disputes.deadlineNear(event),
  'dispute.decision_late': ({ disputes }, event) => disputes.decisionLate(event),
  'query.asked': ({ queries }, event) => queries.asked(event),
  'query.answered': ({ queries }, event) => queries.answered(event),
  'query.closed': ({ queries }, event) => queries.closed(event),
  'contract.paused': ({ contracts }, event) => contracts.paused(event),
  'contract.resumed': ({ contracts }, event) => contracts.resumed(event),
};

/** A handler an event, so that each has its own queue. */
export const disputeMailHandlers: readonly Type<Handler>[] = Object.entries(written).map(([event, letters]) =>
  toHandler(event, letters),
);

function toHandler(told: string, letters: Written): Type<Handler> {
  @Injectable()
  class MailDisputes implements Handler {
    readonly name = disputeMailHandlerOf(told);
    readonly event = told;

    constructor(
      readonly disputes: DisputeLetters,
      readonly queries: QueryLetters,
      readonly contracts: ContractLetters,
      readonly post: Post,
    ) {}

    async handle(event: DeliveredEvent): Promise<void> {
      await this.post.send(this.name, event, await letters(this, event as DeliveredEvent<never>));
    }
  }
  return MailDisputes;
}
