import { type DynamicModule, Module } from '@nestjs/common';

import { BillingHttpModule } from './billing/billing.http.module.ts';
import { ChargebacksHttpModule } from './chargebacks/chargebacks.http.module.ts';
import { DisputesHttpModule } from './disputes/disputes.http.module.ts';
import { HiringHttpModule } from './hiring/hiring.http.module.ts';
import { HttpModule } from './http/http.module.ts';
import { IdentityHttpModule } from './identity/identity.http.module.ts';
import { LiveHttpModule } from './live/live.http.module.ts';
import { MatchingHttpModule } from './matching/matching.http.module.ts';
import { NotificationsHttpModule } from './notifications/notifications.http.module.ts';
import { PayoutsHttpModule } from './payouts/payouts.http.module.ts';
import { PrivacyHttpModule } from './privacy/privacy.http.module.ts';
import { ProfilesHttpModule } from './profiles/profiles.http.module.ts';
import { SearchHttpModule } from './search/search.http.module.ts';
import { StaffHttpModule } from './staff/staff.http.module.ts';
import { StripeWebhooksHttpModule } from './stripe-webhooks/stripe-webhooks.http.module.ts';
import { TimelogHttpModule } from './timelog/timelog.http.module.ts';
import { PlatformModule, type PlatformOptions } from './platform.module.ts';

/** The features of the api, a line each. */
const features: NonNullable<DynamicModule['imports']> = [
  IdentityHttpModule,
  ProfilesHttpModule,
  HiringHttpModule,
  TimelogHttpModule,
  BillingHttpModule,
  MatchingHttpModule,
  PayoutsHttpModule,
  StaffHttpModule,
  PrivacyHttpModule,
  DisputesHttpModule,
  ChargebacksHttpModule,
  StripeWebhooksHttpModule,
  LiveHttpModule,
  NotificationsHttpModule,
  SearchHttpModule,
];

@Module({})
export class ApiModule {
  static compose(platform: PlatformOptions): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.connect(platform), HttpModule, ...features] };
  }
}
