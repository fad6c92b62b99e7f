import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ClaimTransfers } from './claim-transfers.ts';
import type { ClaimedTransfer } from './claimed-transfer.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { Reconciliations } from './reconciliations.repository.ts';
import { SendTransfer } from './send-transfer.ts';
import { Transfers } from './transfers.repository.ts';
import { UnblockEarnings } from './unblock-earnings.ts';

const AT_ONCE = 5;

/** Sends what is due to assistants, and takes up what an earlier process left in the middle. */
@Injectable()
export class SendTransfers implements Sweep {
  readonly name = 'payouts.send-transfers';

  constructor(
    private readonly transfers: Transfers,
    private readonly claiming: ClaimTransfers,
    private readonly sending: SendTransfer,
    private readonly unblocking: UnblockEarnings,
    private readonly reconciliations: Reconciliations,
    private readonly alone: OneAtATime,
  ) {}

  /** How many transfers were settled and earnings blocked or let go. 0 while another worker does it. */
  async run(now: Date): Promise<number> {
    const retried = await this.unblocking.forBalance(now);
    if (!(await this.transfers.anythingToDo())) return retried;
    return retried + ((await this.alone.run(() => this.sendAll(now))) ?? 0);
  }

  nextDueAt(): Promise<Date | null> {
    return this.unblocking.nextForBalance();
  }

  private async sendAll(now: Date): Promise<number> {
    let moved = await this.send(await this.transfers.claimed());
    if (await this.reconciliations.stopReleases(now)) return moved;
    for (const assistantId of await this.transfers.assistantsDue()) {
      const { transfers, blocked } = await this.claiming.run(assistantId);
      moved += blocked + (await this.send(transfers));
    }
    return moved;
  }

  private async send(claimed: readonly ClaimedTransfer[]): Promise<number> {
    let settled = 0;
    for (let from = 0; from < claimed.length; from += AT_ONCE) {
      const batch = claimed.slice(from, from + AT_ONCE);
      const results = await Promise.allSettled(batch.map((transfer) => this.sending.run(transfer)));
      const failure = results.find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
      settled += results.filter((result) => result.status === 'fulfilled' && result.value).length;
    }
    return settled;
  }
}
