import type { Staff } from '@app/kernel';
import { CycleRows, FeeRows, TaxonomyWords, UnpaidRows } from '@app/staff';
import {
  CycleList,
  CycleRequest,
  FeeList,
  FeeRequest,
  RetirementRequest,
  TaxonomyList,
  UnpaidRowList,
  UnpaidRowRequest,
  WordRequest,
} from '@app/wire/staff';
import { Body, Controller, Get, Post, SerializeOptions } from '@nestjs/common';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { onWire } from './on-wire.ts';

/** What holds from when on. Rows are added for a time to come; none is ever changed. */
@StaffOnly()
@Controller('staff')
export class StaffPoliciesController {
  constructor(
    private readonly fees: FeeRows,
    private readonly cycles: CycleRows,
    private readonly unpaid: UnpaidRows,
    private readonly words: TaxonomyWords,
  ) {}

  @Get('fees')
  @SerializeOptions({ schema: FeeList })
  async listFees(): Promise<FeeList> {
    return onWire(await this.fees.list());
  }

  @Post('fees')
  @SerializeOptions({ schema: FeeList })
  async addFee(@CurrentStaff() staff: Staff, @Body({ schema: FeeRequest }) body: FeeRequest): Promise<FeeList> {
    const { effectiveFrom, reason, ...row } = body;
    await this.fees.add(staff, { ...row, effectiveFrom: new Date(effectiveFrom) }, reason);
    return this.listFees();
  }

  @Get('cycle-policies')
  @SerializeOptions({ schema: CycleList })
  async listCycles(): Promise<CycleList> {
    return onWire(await this.cycles.list());
  }

  @Post('cycle-policies')
  @SerializeOptions({ schema: CycleList })
  async addCycle(@CurrentStaff() staff: Staff, @Body({ schema: CycleRequest }) body: CycleRequest): Promise<CycleList> {
    const { effectiveFrom, reason, ...row } = body;
    await this.cycles.add(staff, { ...row, effectiveFrom: new Date(effectiveFrom) }, reason);
    return this.listCycles();
  }

  @Get('unpaid-policies')
  @SerializeOptions({ schema: UnpaidRowList })
  async listUnpaid(): Promise<UnpaidRowList> {
    return onWire(await this.unpaid.list());
  }

  @Post('unpaid-policies')
  @SerializeOptions({ schema: UnpaidRowList })
  async addUnpaid(
    @CurrentStaff() staff: Staff,
    @Body({ schema: UnpaidRowRequest }) body: UnpaidRowRequest,
  ): Promise<UnpaidRowList> {
    const { effectiveFrom, reason, ...row } = body;
    await this.unpaid.add(staff, { ...row, effectiveFrom: new Date(effectiveFrom) }, reason);
    return this.listUnpaid();
  }

  @Get('taxonomy')
  @SerializeOptions({ schema: TaxonomyList })
  async listWords(): Promise<TaxonomyList> {
    return onWire(await this.words.list());
  }

  @Post('taxonomy')
  @SerializeOptions({ schema: TaxonomyList })
  async addWord(@CurrentStaff() staff: Staff, @Body({ schema: WordRequest }) body: WordRequest): Promise<TaxonomyList> {
    const specialty = body.kind === 'tool' ? body.specialty : null;
    await this.words.add(staff, { ...body, specialty, offeredFrom: new Date(body.offeredFrom) });
    return this.listWords();
  }

  @Post('taxonomy/retirements')
  @SerializeOptions({ schema: TaxonomyList })
  async retire(
    @CurrentStaff() staff: Staff,
    @Body({ schema: RetirementRequest }) { from, ...word }: RetirementRequest,
  ): Promise<TaxonomyList> {
    await this.words.retire(staff, word, new Date(from));
    return this.listWords();
  }
}
