import { DisputesModule } from '@app/disputes';
import { TimelogModule } from '@app/timelog';
import { Module } from '@nestjs/common';

import { TimeEntriesController } from './time-entries.controller.ts';
import { TimeImportsController } from './time-imports.controller.ts';
import { TimerController } from './timer.controller.ts';
import { WeeksController } from './weeks.controller.ts';

@Module({
  imports: [TimelogModule, DisputesModule],
  controllers: [TimeEntriesController, TimerController, TimeImportsController, WeeksController],
})
export class TimelogHttpModule {}
