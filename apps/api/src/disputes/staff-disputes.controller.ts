import {
  AddStatement,
  ClaimDispute,
  DecideDispute,
  DisputeQueue,
  Disputes,
  EvidencePacks,
  OpenEvidenceFile,
  OpenLateClaim,
  PreviewDecision,
  PrintEvidence,
  ReleaseClaim,
  SignDecision,
} from '@app/disputes';
import type { Staff } from '@app/kernel';
import {
  DecideRequest,
  DecisionPreview,
  EvidenceView,
  LateClaimRequest,
  SignRequest,
  StaffDisputeDetail,
  StaffDisputesQuery,
  StaffDisputeViews,
  StatementRequest,
} from '@app/wire/disputes';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { sendAttachment } from '../http/attachment.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { presentPreview, StaffDisputePresenter } from './staff-dispute.presenter.ts';

const Id = z.uuid();

/** What staff read and decide. */
@StaffOnly()
@Controller('staff')
export class StaffDisputesController {
  constructor(
    private readonly disputes: Disputes,
    private readonly queue: DisputeQueue,
    private readonly presenter: StaffDisputePresenter,
    private readonly packs: EvidencePacks,
    private readonly printEvidence: PrintEvidence,
    private readonly openFile: OpenEvidenceFile,
    private readonly openLateClaim: OpenLateClaim,
    private readonly claimDispute: ClaimDispute,
    private readonly releaseClaim: ReleaseClaim,
    private readonly addStatement: AddStatement,
    private readonly previewDecision: PreviewDecision,
    private readonly decideDispute: DecideDispute,
    private readonly signDecision: SignDecision,
  ) {}

  @Get('disputes')
  @SerializeOptions({ schema: StaffDisputeViews })
  async list(
    @CurrentStaff() staff: Staff,
    @Query({ schema: StaffDisputesQuery }) { which }: StaffDisputesQuery,
  ): Promise<StaffDisputeViews> {
    const { disputes, counts, workload } = await this.queue.read(staff, which);
    return { disputes: await this.presenter.many(staff, disputes), counts, workload: [...workload] };
  }

  @Post('late-claims')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async lateClaim(
    @CurrentStaff() staff: Staff,
    @Body({ schema: LateClaimRequest }) body: LateClaimRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, presentRepeatable(reply, await this.openLateClaim.run(staff, body, key)));
  }

  @Get('disputes/:id')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async show(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.disputes.find(staff, id));
  }

  @Get('disputes/:id/evidence')
  @SerializeOptions({ schema: EvidenceView })
  async evidence(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<EvidenceView> {
    const { sha256, frozenAt, content } = await this.packs.of(staff, id);
    return { sha256, frozenAt: frozenAt.toISOString(), pack: content };
  }

  @Get('disputes/:id/evidence.pdf')
  async print(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const file = await this.printEvidence.run(staff, id);
    return sendAttachment(reply, file, file.bytes);
  }

  @Get('disputes/:id/files/:fileId')
  async file(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Param('fileId', { schema: Id }) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const file = await this.openFile.run(staff, id, fileId);
    return sendAttachment(reply, file, file.bytes);
  }

  @Put('disputes/:id/claim')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async claim(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.claimDispute.run(staff, id));
  }

  @Delete('disputes/:id/claim')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async release(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.releaseClaim.run(staff, id));
  }

  @Post('disputes/:id/statements')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async state(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StatementRequest }) { text }: StatementRequest,
  ): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.addStatement.run(staff, id, text));
  }

  /** The money of a decision, and nothing is decided. */
  @Post('disputes/:id/decision-preview')
  @HttpCode(200)
  @SerializeOptions({ schema: DecisionPreview })
  async preview(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideRequest }) body: DecideRequest,
  ): Promise<DecisionPreview> {
    const { totals, needsSecond } = await this.previewDecision.run(staff, id, body);
    return presentPreview(totals, body.carriedBy, needsSecond);
  }

  @Post('disputes/:id/decisions')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async decide(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideRequest }) body: DecideRequest,
    @IdempotencyKey() key: string,
  ): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.decideDispute.run(staff, id, body, key));
  }

  @Post('disputes/:id/decisions/:decisionId/signature')
  @HttpCode(200)
  @SerializeOptions({ schema: StaffDisputeDetail })
  async sign(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Param('decisionId', { schema: Id }) decisionId: string,
    @Body({ schema: SignRequest }) { version }: SignRequest,
  ): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.signDecision.run(staff, id, { decisionId, version }));
  }
}
