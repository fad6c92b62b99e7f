import { InboxModule } from '@app/notifications';
import { Module } from '@nestjs/common';

import { NoticesController } from './notices.controller.ts';

@Module({ imports: [InboxModule], controllers: [NoticesController] })
export class NotificationsHttpModule {}
