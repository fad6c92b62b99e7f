import { Debts } from '@app/billing';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ClaimReversal } from './claim-reversal.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { Reversals } from './reversals.repository.ts';
import { SendReversal } from './send-reversal.ts';

/** Takes back from assistants what went back to clients after it had been sent: one try for each debt. */
@Injectable()
export class SendReversals implements Sweep {
  readonly name = 'payouts.send-reversals';

  constructor(
    private readonly debts: Debts,
    private readonly reversals: Reversals,
    private readonly claiming: ClaimReversal,
    private readonly sending: SendReversal,
    private readonly alone: OneAtATime,
  ) {}

  /** How many debts were tried. 0 while another worker does it. */
  async run(): Promise<number> {
    if (!(await this.reversals.anythingToDo())) return 0;
    return (await this.alone.run(() => this.sendAll())) ?? 0;
  }

  /** A decision opens a debt, and it is tried at once. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async sendAll(): Promise<number> {
    let done = 0;
    for (const reversal of await this.reversals.claimed()) done += Number(await this.sending.run(reversal));
    // One after the other: what one takes of a balance the next cannot take.
    for (const debt of await this.debts.wantingReversal()) {
      const claimed = await this.claiming.run(debt);
      if (claimed === 'later') continue;
      done += claimed === 'nothing' ? 1 : Number(await this.sending.run(claimed));
    }
    return done;
  }
}
