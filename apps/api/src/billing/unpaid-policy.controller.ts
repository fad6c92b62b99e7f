import { DescribeUnpaidPolicy } from '@app/billing';
import { UnpaidPolicyView } from '@app/wire/billing';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { Public } from '../auth/public.ts';

@Controller('unpaid-policy')
export class UnpaidPolicyController {
  constructor(private readonly policy: DescribeUnpaidPolicy) {}

  @Public()
  @Get()
  @SerializeOptions({ schema: UnpaidPolicyView })
  async show(): Promise<UnpaidPolicyView> {
    const { outcome, finalAfterDays, retryAfterDays } = await this.policy.run();
    return { outcome, finalAfterDays, retryAfterDays: [...retryAfterDays] };
  }
}
