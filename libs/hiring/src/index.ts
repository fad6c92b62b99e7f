export { AcceptOffer } from './accept-offer.ts';
export type { BriefDraft } from './brief-draft.ts';
export { Brief } from './brief.entity.ts';
export { BriefClosed, BriefNotFound, BusinessNotFound } from './brief.errors.ts';
export type { BriefClosing, BriefPosted } from './brief.events.ts';
export { briefCan, mayHireFor } from './brief.policy.ts';
export { type BriefState, briefTransitions } from './brief.state.ts';
export { Briefs } from './briefs.repository.ts';
export { CloseBrief } from './close-brief.ts';
export { type ContractHappening, ContractHistory } from './contract-history.ts';
export { type ContractTerms, Terms } from './contract-terms.ts';
export { Contract } from './contract.entity.ts';
export {
  AlreadyContracted,
  CardMissing,
  ClientOnHold,
  ClientSuspended,
  ContractNotFound,
  CountryNotPayable,
  OfferExpired,
  SelfDealing,
} from './contract.errors.ts';
export type {
  ContractAccepted,
  ContractDeclined,
  ContractEnded,
  ContractOffered,
  ContractParties,
  ContractPaused,
  ContractResumed,
  ContractWithdrawn,
  OffersExpired,
} from './contract.events.ts';
export { type ContractCan, contractCan } from './contract.policy.ts';
export { type ContractState, contractTransitions } from './contract.state.ts';
export { Contracts } from './contracts.repository.ts';
export { Counterparts } from './counterparts.ts';
export { DeclineOffer } from './decline-offer.ts';
export { type DescribedContract, DescribeContracts } from './describe-contracts.ts';
export { EndContract } from './end-contract.ts';
export { ExpireOffers } from './expire-offers.ts';
export { type Fees, FeeSchedule } from './fee-schedule.ts';
export { hiringEntities, HiringModule } from './hiring.module.ts';
export { inHours } from './in-hours.ts';
export { type Offer, OfferContract } from './offer-contract.ts';
export { Prices, type PricesToday } from './prices.ts';
export { PauseContract } from './pause-contract.ts';
export { PostBrief } from './post-brief.ts';
export type { Repeatable } from './repeatable.ts';
export { ResumeContract } from './resume-contract.ts';
export { WithdrawOffer } from './withdraw-offer.ts';
