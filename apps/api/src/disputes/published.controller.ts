import { disputeRules, DisputeStatistics } from '@app/disputes';
import { DisputeRuleViews, DisputeStatisticsView } from '@app/wire/disputes';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { Public } from '../auth/public.ts';

/** By which rules disputes are decided, and how they ended: for everybody to read. */
@Controller()
export class PublishedController {
  constructor(private readonly statistics: DisputeStatistics) {}

  @Public()
  @Get('dispute-rules')
  @SerializeOptions({ schema: DisputeRuleViews })
  rules(): DisputeRuleViews {
    return disputeRules.map(({ id, grounds, speaksFor }) => ({
      ...{ id, speaksFor, grounds: [...grounds] },
      textKey: `disputes.rules.${id}`,
    }));
  }

  @Public()
  @Get('dispute-statistics')
  @SerializeOptions({ schema: DisputeStatisticsView })
  async figures(): Promise<DisputeStatisticsView> {
    const { grounds, ...figures } = await this.statistics.read();
    return { ...figures, grounds: [...grounds] };
  }
}
