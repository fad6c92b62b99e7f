import { z } from 'zod';

const Title = z.string().trim().min(3).max(120);
const Code = z.string().min(1).max(60);
const LongestWeek = 10_080;

/** What a contract that is signed today would cost. Fees in basis points of the rate: 1,000 are 10 %. */
export const PricesView = z.object({
  clientFeeBp: z.int(),
  assistantFeeBp: z.int(),
  /** What an hour may cost, before the fee. */
  lowestRateCents: z.int(),
  highestRateCents: z.int(),
});
export type PricesView = z.output<typeof PricesView>;

export const PostBriefRequest = z.strictObject({
  businessId: z.uuid(),
  title: Title,
  description: z.string().trim().max(4_000),
  specialties: z.array(Code).min(1, 'must name at least one').max(10),
  tools: z.array(Code).max(100),
  weeklyMinutes: z.int().min(60).max(LongestWeek),
  minRateCents: z.int(),
  maxRateCents: z.int(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'must be a language code, such as en'))
    .min(1)
    .max(12),
  /** Minutes a week to be shared with the client's working day, Monday to Friday 9 to 17 in the client's zone. */
  overlapMinutes: z.int().min(0).max(2_400),
  startsOn: z.iso.date(),
});
export type PostBriefRequest = z.output<typeof PostBriefRequest>;

export const BriefView = z.object({
  id: z.uuid(),
  businessId: z.uuid(),
  state: z.enum(['open', 'closed']),
  title: z.string(),
  description: z.string(),
  specialties: z.array(z.string()),
  tools: z.array(z.string()),
  weeklyMinutes: z.int(),
  minRateCents: z.int(),
  maxRateCents: z.int(),
  languages: z.array(z.string()),
  overlapMinutes: z.int(),
  startsOn: z.iso.date(),
  postedAt: z.iso.datetime(),
  can: z.object({ close: z.boolean(), offer: z.boolean() }),
});
export type BriefView = z.output<typeof BriefView>;
export const BriefViews = z.array(BriefView);
export type BriefViews = z.output<typeof BriefViews>;

export const OfferRequest = z.strictObject({
  businessId: z.uuid(),
  briefId: z.uuid().optional(),
  assistantId: z.uuid(),
  title: Title,
  rateCents: z.int(),
  weeklyLimitMinutes: z.int().min(15).max(LongestWeek),
});
export type OfferRequest = z.output<typeof OfferRequest>;

const Party = z.object({ id: z.uuid(), name: z.string(), zone: z.string() });

export const ContractState = z.enum(['offered', 'active', 'paused', 'declined', 'withdrawn', 'expired', 'ended']);
export type ContractState = z.output<typeof ContractState>;

export const ContractView = z.object({
  id: z.uuid(),
  state: ContractState,
  title: z.string(),
  briefId: z.uuid().nullable(),
  client: Party,
  assistant: Party,
  rateCents: z.int(),
  /** The rate and the service fee on it: what an hour costs the client. */
  allInRateCents: z.int(),
  clientFeeBp: z.int(),
  weeklyLimitMinutes: z.int(),
  offeredAt: z.iso.datetime(),
  offerExpiresAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Sentences to read before agreeing, in English. */
  warnings: z.array(z.string()),
  /** When the weekly limit is more than the assistant has free beside other contracts: what they have. */
  overcommitted: z.object({ freeMinutes: z.int() }).nullable(),
  can: z.object({
    accept: z.boolean(),
    decline: z.boolean(),
    withdraw: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    end: z.boolean(),
  }),
});
export type ContractView = z.output<typeof ContractView>;
/** Something that became of a contract. */
export const ContractHappening = z.object({
  kind: z.enum([
    ...(['offered', 'accepted', 'declined', 'withdrawn', 'expired', 'paused', 'resumed', 'ended'] as const),
    'limit_raised',
  ]),
  at: z.iso.datetime(),
  /** Whose doing it was; `kontor` when neither party's. */
  side: z.enum(['client', 'assistant', 'kontor']),
  /** The person; null where it is not kept who of a business it was. */
  name: z.string().nullable(),
  /** Of `limit_raised` alone: which week's limit, which goes for no other, from what and to what. */
  raised: z
    .object({
      week: z.object({ start: z.iso.datetime(), end: z.iso.datetime(), zone: z.string() }),
      fromMinutes: z.int(),
      toMinutes: z.int(),
    })
    .nullable(),
});
export type ContractHappening = z.output<typeof ContractHappening>;

/** One contract with all that became of it. Its terms are those of the offer; only the limit of a single week is raised. */
export const ContractDetail = ContractView.extend({
  /** What it was offered for, as it was written; null for an offer without a brief. */
  brief: z.object({ id: z.uuid(), title: z.string(), description: z.string() }).nullable(),
  /** The oldest first. */
  history: z.array(ContractHappening),
});
export type ContractDetail = z.output<typeof ContractDetail>;
export const ContractViews = z.array(ContractView);
export type ContractViews = z.output<typeof ContractViews>;
