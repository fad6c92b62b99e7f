import type { User } from '@app/kernel';
import { DownloadExport, ExportNotFound, Exports, RequestExport } from '@app/privacy';
import { ExportDownloadQuery, ExportView, ExportViews } from '@app/wire/privacy';
import { Controller, Get, Param, Post, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { sendAttachment } from '../http/attachment.ts';
import { presentExport } from './privacy.presenter.ts';

const Id = z.uuid();

/** What one is given of what is held on them. */
@Controller('privacy/exports')
export class ExportsController {
  constructor(
    private readonly request: RequestExport,
    private readonly exports: Exports,
    private readonly download: DownloadExport,
  ) {}

  @Post()
  @SerializeOptions({ schema: ExportView })
  async ask(@CurrentActor() actor: User): Promise<ExportView> {
    const asked = await this.exports.find(await this.request.run(actor));
    if (!asked) throw new ExportNotFound();
    return presentExport(asked);
  }

  @Get()
  @SerializeOptions({ schema: ExportViews })
  async list(@CurrentActor() actor: User): Promise<ExportViews> {
    return (await this.exports.list(actor.userId)).map(presentExport);
  }

  @Get(':id/download')
  @ApiProduces('application/zip')
  async fetch(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ExportDownloadQuery }) { token }: ExportDownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { bytes, ...file } = await this.download.run(actor, id, token);
    return sendAttachment(reply, file, bytes);
  }
}
