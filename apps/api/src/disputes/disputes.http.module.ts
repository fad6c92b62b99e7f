import { DisputesModule } from '@app/disputes';
import { FilesModule } from '@app/files';
import { Module } from '@nestjs/common';

import { DisputableWeeksController } from './disputable-weeks.controller.ts';
import { DisputeAnswersController } from './dispute-answers.controller.ts';
import { DisputePresenter } from './dispute.presenter.ts';
import { DisputesController } from './disputes.controller.ts';
import { EntryQueriesController } from './entry-queries.controller.ts';
import { EvidenceController } from './evidence.controller.ts';
import { PublishedController } from './published.controller.ts';
import { QueryPresenter } from './query.presenter.ts';
import { StaffDisputePresenter } from './staff-dispute.presenter.ts';
import { StaffDisputesController } from './staff-disputes.controller.ts';
import { StaffReportsController } from './staff-reports.controller.ts';

@Module({
  imports: [DisputesModule, FilesModule],
  controllers: [
    EntryQueriesController,
    DisputableWeeksController,
    DisputesController,
    DisputeAnswersController,
    EvidenceController,
    PublishedController,
    StaffDisputesController,
    StaffReportsController,
  ],
  providers: [DisputePresenter, QueryPresenter, StaffDisputePresenter],
})
export class DisputesHttpModule {}
