import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AcceptOffer } from './accept-offer.ts';
import { Brief } from './brief.entity.ts';
import { Briefs } from './briefs.repository.ts';
import { CloseBrief } from './close-brief.ts';
import { ContractHistory } from './contract-history.ts';
import { Terms } from './contract-terms.ts';
import { Contract } from './contract.entity.ts';
import { Contracts } from './contracts.repository.ts';
import { Counterparts } from './counterparts.ts';
import { DeclineOffer } from './decline-offer.ts';
import { DescribeContracts } from './describe-contracts.ts';
import { EndContract } from './end-contract.ts';
import { ExpireOffers } from './expire-offers.ts';
import { FeeSchedule } from './fee-schedule.ts';
import { Hireable } from './hireable.ts';
import { OfferContract } from './offer-contract.ts';
import { PauseContract } from './pause-contract.ts';
import { PostBrief } from './post-brief.ts';
import { Prices } from './prices.ts';
import { ResumeContract } from './resume-contract.ts';
import { WithdrawOffer } from './withdraw-offer.ts';

export const hiringEntities = [Brief, Contract];

const readers = [
  Briefs,
  Contracts,
  ContractHistory,
  Terms,
  DescribeContracts,
  FeeSchedule,
  Prices,
  Hireable,
  Counterparts,
];
const verbs = [
  PostBrief,
  CloseBrief,
  OfferContract,
  AcceptOffer,
  DeclineOffer,
  WithdrawOffer,
  PauseContract,
  ResumeContract,
  EndContract,
  ExpireOffers,
];

@Module({ imports: [ProfilesModule], providers: [...readers, ...verbs], exports: [...readers, ...verbs] })
export class HiringModule {}
