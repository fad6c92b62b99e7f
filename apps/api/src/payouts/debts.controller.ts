import type { Staff, User } from '@app/kernel';
import { type DescribedDebt, DescribeDebts, SettleDebt, type StuckDebt } from '@app/payouts';
import {
  DebtActionRequest,
  type DebtView,
  DebtViews,
  Done,
  type StuckDebtView,
  StuckDebtViews,
} from '@app/wire/refunds';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';

const Id = z.uuid();

/** What one owes, why, and what has been taken of it. */
@Controller('debts')
export class DebtsController {
  constructor(private readonly debts: DescribeDebts) {}

  @Get()
  @SerializeOptions({ schema: DebtViews })
  async list(@CurrentActor() actor: User): Promise<DebtViews> {
    return (await this.debts.list(actor)).map(present);
  }
}

@StaffOnly()
@Controller('staff/debts')
export class StaffDebtsController {
  constructor(
    private readonly debts: DescribeDebts,
    private readonly settling: SettleDebt,
  ) {}

  @Get()
  @SerializeOptions({ schema: StuckDebtViews })
  async list(): Promise<StuckDebtViews> {
    return (await this.debts.open()).map(presentStuck);
  }

  @Post(':id/write-off')
  @HttpCode(200)
  @SerializeOptions({ schema: Done })
  async writeOff(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DebtActionRequest }) { reasonCode }: DebtActionRequest,
  ): Promise<Done> {
    await this.settling.writeOff(staff, id, reasonCode);
    return {};
  }

  @Post(':id/reversal-attempts')
  @HttpCode(200)
  @SerializeOptions({ schema: Done })
  async reverseAgain(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DebtActionRequest }) { reasonCode }: DebtActionRequest,
  ): Promise<Done> {
    await this.settling.reverseAgain(staff, id, reasonCode);
    return {};
  }
}

function present(debt: DescribedDebt): DebtView {
  const { id, invoiceNumber, title, causeKind: cause, causeId, amountCents, leftCents } = debt;
  const { reversedCents, recoveredCents, writtenOffCents } = debt;
  return {
    ...{ id, invoiceNumber, title, cause, causeId, amountCents, leftCents },
    ...{ reversedCents, recoveredCents, writtenOffCents },
    client: { id: debt.clientId, name: debt.clientName },
    openedAt: debt.openedAt.toISOString(),
    closedAt: debt.closedAt?.toISOString() ?? null,
    taken: debt.taken.map(({ at, amountCents: cents, by }) => ({
      at: new Date(at).toISOString(),
      amountCents: cents,
      by,
    })),
  };
}

function presentStuck(debt: StuckDebt): StuckDebtView {
  return {
    ...present(debt),
    assistant: { id: debt.assistantId, name: debt.assistantName },
    refused: debt.refused && { ...debt.refused, at: new Date(debt.refused.at).toISOString() },
  };
}
