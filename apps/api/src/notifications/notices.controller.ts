import type { User } from '@app/kernel';
import { Inbox, type Notice } from '@app/notifications';
import { NoticesView, type NoticeView, ReadNoticesRequest } from '@app/wire/notifications';
import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

@Controller('notifications')
export class NoticesController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @SerializeOptions({ schema: NoticesView })
  async list(@CurrentActor() actor: User): Promise<NoticesView> {
    const [unread, notices] = await Promise.all([this.inbox.unread(actor), this.inbox.latest(actor)]);
    return { unread, notices: notices.map(present) };
  }

  @Post('reading')
  @HttpCode(204)
  async read(
    @CurrentActor() actor: User,
    @Body({ schema: ReadNoticesRequest }) { upTo }: ReadNoticesRequest,
  ): Promise<void> {
    await this.inbox.read(actor, upTo);
  }
}

function present({ id, kind, facts, link, toldAt, readAt }: Notice): NoticeView {
  return { id, kind, facts, link, toldAt: toldAt.toISOString(), isRead: readAt !== null };
}
