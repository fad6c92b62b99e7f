import {
  AnswerChargeback,
  ChargebackEvidence,
  ChooseCarrier,
  ChooseLines,
  DescribeChargebacks,
  type EvidenceTexts,
} from '@app/disputes';
import type { Staff } from '@app/kernel';
import {
  AcceptChargebackRequest,
  ChargebackEvidenceView,
  ChargebackInDetailView,
  ChargebackViews,
  ChooseCarrierRequest,
  ChooseLinesRequest,
  type EvidenceTextsBody,
  ResumeWorkRequest,
  SubmitEvidenceRequest,
} from '@app/wire/chargebacks';
import { Body, Controller, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { presentChargeback, presentInDetail } from './chargeback.presenter.ts';

const Id = z.uuid();

@StaffOnly()
@Controller('staff/chargebacks')
export class StaffChargebacksController {
  constructor(
    private readonly describe: DescribeChargebacks,
    private readonly evidence: ChargebackEvidence,
    private readonly answer: AnswerChargeback,
    private readonly chooseLines: ChooseLines,
    private readonly chooseCarrier: ChooseCarrier,
  ) {}

  @Get()
  @SerializeOptions({ schema: ChargebackViews })
  async list(): Promise<ChargebackViews> {
    return (await this.describe.list()).map((each) => presentChargeback(each, this.describe.can(each)));
  }

  @Get(':id')
  @SerializeOptions({ schema: ChargebackInDetailView })
  async show(@Param('id', { schema: Id }) id: string): Promise<ChargebackInDetailView> {
    const found = await this.describe.find(id);
    return presentInDetail(found, this.describe.can(found.chargeback));
  }

  @Get(':id/evidence')
  @SerializeOptions({ schema: ChargebackEvidenceView })
  async gathered(@Param('id', { schema: Id }) id: string): Promise<ChargebackEvidenceView> {
    return { texts: this.evidence.textsOf(await this.evidence.gather(id)) };
  }

  @Post(':id/evidence')
  @HttpCode(200)
  @SerializeOptions({ schema: ChargebackInDetailView })
  async submit(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SubmitEvidenceRequest }) { texts }: SubmitEvidenceRequest,
  ): Promise<ChargebackInDetailView> {
    await this.answer.submit(staff, id, given(texts));
    return this.show(id);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @SerializeOptions({ schema: ChargebackInDetailView })
  async accept(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AcceptChargebackRequest }) { reason }: AcceptChargebackRequest,
  ): Promise<ChargebackInDetailView> {
    await this.answer.accept(staff, id, reason);
    return this.show(id);
  }

  @Put(':id/lines')
  @SerializeOptions({ schema: ChargebackInDetailView })
  async choose(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChooseLinesRequest }) { lines, reason }: ChooseLinesRequest,
  ): Promise<ChargebackInDetailView> {
    await this.chooseLines.run(staff, id, lines, reason);
    return this.show(id);
  }

  @Put(':id/carrier')
  @SerializeOptions({ schema: ChargebackInDetailView })
  async carry(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChooseCarrierRequest }) { carriedBy, reason }: ChooseCarrierRequest,
  ): Promise<ChargebackInDetailView> {
    await this.chooseCarrier.run(staff, id, carriedBy, reason);
    return this.show(id);
  }

  @Post(':id/resumption')
  @HttpCode(200)
  @SerializeOptions({ schema: ChargebackInDetailView })
  async resume(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ResumeWorkRequest }) { reason }: ResumeWorkRequest,
  ): Promise<ChargebackInDetailView> {
    await this.chooseLines.resume(staff, id, reason);
    return this.show(id);
  }
}

/** Without those that were left out: what was gathered stands there. */
function given(texts: EvidenceTextsBody): EvidenceTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}
