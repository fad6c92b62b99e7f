import { AddFile, AddStatement, DisputeDetails, Disputes, EvidencePacks, PrintEvidence } from '@app/disputes';
import { FileNotFound, ReadFile } from '@app/files';
import type { User } from '@app/kernel';
import { DisputeDetail, EvidenceView, StatementRequest } from '@app/wire/disputes';
import { Body, Controller, Get, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { sendAttachment } from '../http/attachment.ts';
import { type Uploaded, UploadedFile } from '../http/uploaded-file.ts';
import { DisputePresenter } from './dispute.presenter.ts';

const Id = z.uuid();

/** The frozen pack, and what each side adds to it. */
@Controller('disputes/:id')
export class EvidenceController {
  constructor(
    private readonly disputes: Disputes,
    private readonly details: DisputeDetails,
    private readonly presenter: DisputePresenter,
    private readonly packs: EvidencePacks,
    private readonly printEvidence: PrintEvidence,
    private readonly addStatement: AddStatement,
    private readonly addFile: AddFile,
    private readonly readFile: ReadFile,
  ) {}

  @Get('evidence')
  @SerializeOptions({ schema: EvidenceView })
  async evidence(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<EvidenceView> {
    const { sha256, frozenAt, content } = await this.packs.of(actor, id);
    return { sha256, frozenAt: frozenAt.toISOString(), pack: content };
  }

  @Get('evidence.pdf')
  async print(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const file = await this.printEvidence.run(actor, id);
    return sendAttachment(reply, file, file.bytes);
  }

  @Post('statements')
  @SerializeOptions({ schema: DisputeDetail })
  async state(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StatementRequest }) { text }: StatementRequest,
  ): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.addStatement.run(actor, id, text));
  }

  /** A form with the file, and in front of it `text`: what it shows. */
  @Post('files')
  @SerializeOptions({ schema: DisputeDetail })
  async add(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @UploadedFile() file: Uploaded,
  ): Promise<DisputeDetail> {
    const { name, bytes, fields } = file;
    return this.presenter.one(actor, await this.addFile.run(actor, id, { name, bytes, text: fields.text ?? '' }));
  }

  @Get('files/:fileId')
  async file(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Param('fileId', { schema: Id }) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.disputes.find(actor, id);
    if (!(await this.details.hasFile(id, fileId))) throw new FileNotFound();
    const file = await this.readFile.run(fileId);
    return sendAttachment(reply, file, file.bytes);
  }
}
