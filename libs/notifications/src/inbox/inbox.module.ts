import { Module } from '@nestjs/common';

import { Inbox } from './inbox.ts';

@Module({ providers: [Inbox], exports: [Inbox] })
export class InboxModule {}
