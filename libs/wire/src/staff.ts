import { z } from 'zod';

const Id = z.uuid();
const Instant = z.iso.datetime();
const Cents = z.int();
const Code = z.string().regex(/^[a-z_]{1,60}$/, 'must be a code of lower-case letters, such as fraud_suspected');
const SHORTEST_WORDS = 10;
const words = (longest: number) => z.string().trim().min(SHORTEST_WORDS).max(longest);
const future = Instant;

/** What was pasted into the search box. */
export const SearchQuery = z.strictObject({ q: z.string().trim().min(1).max(200) });
export type SearchQuery = z.output<typeof SearchQuery>;

export const FoundView = z.object({
  /** `person`, `business`, `contract`, `invoice`, `transfer` ...: which page shows it. */
  kind: z.string(),
  id: z.string(),
  name: z.string().nullable(),
  state: z.string().nullable(),
  amountCents: Cents.nullable(),
  at: Instant.nullable(),
});
export const FoundList = z.array(FoundView);
export type FoundList = z.output<typeof FoundList>;

export const SuspensionScope = z.enum(['signing_in', 'hiring', 'assisting', 'payouts']);

export const StaffSuspensionView = z.object({
  id: Id,
  accountId: Id.nullable(),
  businessId: Id.nullable(),
  scopes: z.array(SuspensionScope),
  reasonCode: z.string(),
  explanation: z.string(),
  placedBy: Id,
  placedAt: Instant,
  until: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedBy: Id.nullable(),
  appeal: z.string().nullable(),
  appealedAt: Instant.nullable(),
  appealUpheld: z.boolean().nullable(),
  appealDecidedBy: Id.nullable(),
  appealDecidedAt: Instant.nullable(),
  can: z.object({ lift: z.boolean(), decideAppeal: z.boolean() }),
});
export type StaffSuspensionView = z.output<typeof StaffSuspensionView>;
export const StaffSuspensionList = z.array(StaffSuspensionView);
export type StaffSuspensionList = z.output<typeof StaffSuspensionList>;

export const SuspensionRequest = z.strictObject({
  scopes: z.array(SuspensionScope).min(1),
  reasonCode: Code,
  /** The person reads it. */
  explanation: words(2_000),
  until: future.optional(),
});
export type SuspensionRequest = z.output<typeof SuspensionRequest>;

/** Why, for the audit: no names. */
export const ReasonRequest = z.strictObject({ reason: words(500) });
export type ReasonRequest = z.output<typeof ReasonRequest>;

export const AppealDecisionRequest = z.strictObject({ upheld: z.boolean(), reason: words(500) });
export type AppealDecisionRequest = z.output<typeof AppealDecisionRequest>;

export const ImpersonationView = z.object({
  id: Id,
  staffId: Id,
  accountId: Id,
  reason: z.string(),
  startedAt: Instant,
  endsAt: Instant,
  endedAt: Instant.nullable(),
});
export type ImpersonationView = z.output<typeof ImpersonationView>;

export const HoldView = z.object({
  id: Id,
  subjectKind: z.enum(['earning', 'invoice', 'payout']),
  subjectId: Id,
  reasonCode: z.string(),
  placedBy: Id,
  placedAt: Instant,
  until: Instant,
  reviewerId: Id.nullable(),
  renewedBy: Id.nullable(),
  renewedAt: Instant.nullable(),
  releasedBy: Id.nullable(),
  releasedAt: Instant.nullable(),
  can: z.object({ renew: z.boolean(), release: z.boolean() }),
});
export type HoldView = z.output<typeof HoldView>;
export const HoldList = z.array(HoldView);
export type HoldList = z.output<typeof HoldList>;

export const PersonPageView = z.object({
  person: z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    zone: z.string(),
    createdAt: Instant,
    emailVerifiedAt: Instant.nullable(),
    suspendedAt: Instant.nullable(),
    isStaff: z.boolean(),
    liveSessions: z.int(),
    lastSeenAt: Instant.nullable(),
  }),
  businesses: z.array(z.object({ id: Id, name: z.string(), role: z.string(), since: Instant })),
  assistant: z
    .object({ headline: z.string(), country: z.string(), rateCents: Cents, publishedAt: Instant.nullable() })
    .nullable(),
  payee: z
    .object({ state: z.string(), stateAt: Instant, stripeAccountId: z.string().nullable(), country: z.string() })
    .nullable(),
  contracts: z.array(z.object({ id: Id, title: z.string(), state: z.string(), client: z.string(), rateCents: Cents })),
  earnings: z.array(z.object({ state: z.string(), count: z.int(), cents: Cents })),
  /** What is to be transferred to them: one for each invoice and release. */
  payouts: z.array(
    z.object({
      /** One of its earnings, by which staff hold all of it. */
      earningId: Id,
      invoiceId: Id,
      invoiceNumber: z.string(),
      clientName: z.string(),
      cents: Cents,
      states: z.array(z.string()),
      releasesAt: Instant.nullable(),
      /** null: staff do not hold all of it. */
      heldUntil: Instant.nullable(),
    }),
  ),
  /** What staff hold of their money. */
  holds: HoldList,
  debtCents: Cents,
  suspensions: z.array(StaffSuspensionView),
  impersonations: z.array(ImpersonationView),
  can: z.object({ suspend: z.boolean(), impersonate: z.boolean() }),
});
export type PersonPageView = z.output<typeof PersonPageView>;

export const BusinessPageView = z.object({
  business: z.object({
    id: Id,
    name: z.string(),
    country: z.string(),
    zone: z.string(),
    createdAt: Instant,
    stripeCustomerId: z.string().nullable(),
    chargeable: z.boolean(),
    billingHoldAt: Instant.nullable(),
    suspendedAt: Instant.nullable(),
  }),
  members: z.array(z.object({ id: Id, name: z.string(), email: z.string(), role: z.string(), since: Instant })),
  cards: z.array(
    z.object({ brand: z.string(), last4: z.string(), isDefault: z.boolean(), removedAt: Instant.nullable() }),
  ),
  contracts: z.array(
    z.object({ id: Id, title: z.string(), state: z.string(), assistant: z.string(), rateCents: Cents }),
  ),
  invoices: z.array(z.object({ id: Id, number: z.string(), state: z.string(), totalCents: Cents, issuedAt: Instant })),
  chargebacks: z.array(z.object({ id: Id, state: z.string(), amountCents: Cents, openedAt: Instant })),
  suspensions: z.array(StaffSuspensionView),
});
export type BusinessPageView = z.output<typeof BusinessPageView>;

const DisputeLine = z.object({ id: Id, number: z.string(), state: z.string(), openedAt: Instant });

export const ContractPageView = z.object({
  contract: z.object({
    id: Id,
    title: z.string(),
    state: z.string(),
    stateAt: Instant,
    rateCents: Cents,
    weeklyLimitMinutes: z.int(),
    clientFeeBp: z.int(),
    assistantFeeBp: z.int(),
    offeredAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    clientId: Id,
    clientName: z.string(),
    assistantId: Id,
    assistantName: z.string(),
  }),
  weeks: z.array(
    z.object({
      id: Id,
      start: Instant,
      end: Instant,
      zone: z.string(),
      state: z.string(),
      review: z.string().nullable(),
      countedSeconds: z.int(),
      overLimitSeconds: z.int(),
      invoiceId: Id.nullable(),
      invoiceNumber: z.string().nullable(),
    }),
  ),
  history: z.array(z.object({ from: z.string(), to: z.string(), at: Instant })),
  disputes: z.array(DisputeLine),
});
export type ContractPageView = z.output<typeof ContractPageView>;

export const InvoicePageView = z.object({
  invoice: z.object({
    id: Id,
    number: z.string(),
    state: z.string(),
    stateAt: Instant,
    subtotalCents: Cents,
    feeCents: Cents,
    totalCents: Cents,
    creditedCents: Cents,
    issuedAt: Instant,
    reviewEndsAt: Instant,
    paidAt: Instant.nullable(),
    nextAttemptAt: Instant.nullable(),
    paymentIntentId: z.string().nullable(),
    chargeId: z.string().nullable(),
    clientTrusted: z.boolean(),
    holdDays: z.int(),
    clientId: Id,
    clientName: z.string(),
  }),
  lines: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      contractId: Id,
      assistantId: Id,
      assistantName: z.string(),
      seconds: z.int().nullable(),
      rateCents: Cents.nullable(),
      amountCents: Cents,
      feeCents: Cents,
    }),
  ),
  earnings: z.array(
    z.object({
      id: Id,
      lineId: Id,
      state: z.string(),
      amountCents: Cents,
      releasesAt: Instant.nullable(),
      blockedReason: z.string().nullable(),
      holds: z.array(
        z.object({ causeKind: z.string(), causeId: Id, reasonCode: z.string(), until: Instant.nullable() }),
      ),
    }),
  ),
  attempts: z.array(
    z.object({
      number: z.int(),
      state: z.string(),
      claimedAt: Instant,
      chargeId: z.string().nullable(),
      declineCode: z.string().nullable(),
    }),
  ),
  disputes: z.array(DisputeLine),
});
export type InvoicePageView = z.output<typeof InvoicePageView>;

/** Where money was, the earliest first. `from` are the ids of the steps that its money comes from. */
export const MoneyTrailView = z.array(
  z.object({
    kind: z.string(),
    id: z.string(),
    stripeId: z.string().nullable(),
    from: z.array(z.string()),
    amountCents: Cents,
    state: z.string().nullable(),
    at: Instant,
    reason: z.string().nullable(),
    journals: z.array(z.object({ reference: z.string(), kind: z.string(), reason: z.string(), occurredAt: Instant })),
  }),
);
export type MoneyTrailView = z.output<typeof MoneyTrailView>;

export const HoldRequest = z.strictObject({
  /** `payout`: an earning's id, and all that would go with it in one transfer. */
  subject: z.strictObject({ kind: z.enum(['earning', 'invoice', 'payout']), id: Id }),
  reasonCode: Code,
  /** Within 14 days. */
  until: future,
  reviewerId: Id.optional(),
});
export type HoldRequest = z.output<typeof HoldRequest>;

export const RenewalRequest = z.strictObject({ until: future });
export type RenewalRequest = z.output<typeof RenewalRequest>;

const added = { effectiveFrom: Instant, addedBy: Id.nullable(), addedAt: Instant.nullable() };
const MOST_BASIS_POINTS = 3_000;
const BasisPoints = z.int().min(0).max(MOST_BASIS_POINTS);

export const FeeRequest = z.strictObject({
  effectiveFrom: future,
  clientFeeBp: BasisPoints,
  assistantFeeBp: BasisPoints,
  reason: words(500),
});
export type FeeRequest = z.output<typeof FeeRequest>;
export const FeeList = z.array(z.object({ ...added, clientFeeBp: BasisPoints, assistantFeeBp: BasisPoints }));
export type FeeList = z.output<typeof FeeList>;

const cycle = {
  freezeHour: z.int().min(0).max(23),
  reviewEndsDay: z.int().min(1).max(7),
  shortestReviewHours: z.int().min(1).max(336),
  holdDays: z.int().min(0).max(30),
};
export const CycleRequest = z.strictObject({ effectiveFrom: future, ...cycle, reason: words(500) });
export type CycleRequest = z.output<typeof CycleRequest>;
export const CycleList = z.array(z.object({ ...added, ...cycle }));
export type CycleList = z.output<typeof CycleList>;

const unpaid = {
  /** Who bears it when it is given up. */
  outcome: z.enum(['assistant_unpaid', 'platform_guarantees']),
  /** Since the first failure; then nobody tries any more. */
  finalAfterDays: z.int().min(6).max(90),
};
export const UnpaidRowRequest = z.strictObject({ effectiveFrom: future, ...unpaid, reason: words(500) });
export type UnpaidRowRequest = z.output<typeof UnpaidRowRequest>;
export const UnpaidRowList = z.array(z.object({ ...added, ...unpaid }));
export type UnpaidRowList = z.output<typeof UnpaidRowList>;

const WordKind = z.enum(['specialty', 'tool']);
const WordCode = z.string().regex(/^[a-z0-9_]{2,40}$/, 'must be a code of lower-case letters, such as sales_research');
export const TaxonomyList = z.array(
  z.object({
    kind: WordKind,
    code: z.string(),
    name: z.string(),
    specialty: z.string().nullable(),
    offeredFrom: Instant,
    retiredFrom: Instant.nullable(),
  }),
);
export type TaxonomyList = z.output<typeof TaxonomyList>;
export const WordRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('specialty'),
    code: WordCode,
    name: z.string().trim().min(2).max(80),
    offeredFrom: future,
  }),
  z.strictObject({
    kind: z.literal('tool'),
    code: WordCode,
    name: z.string().trim().min(2).max(80),
    specialty: z.string(),
    offeredFrom: future,
  }),
]);
export type WordRequest = z.output<typeof WordRequest>;
export const RetirementRequest = z.strictObject({ kind: WordKind, code: WordCode, from: future });
export type RetirementRequest = z.output<typeof RetirementRequest>;

export const FailedJobList = z.array(
  z.object({
    id: Id,
    queue: z.string(),
    eventId: z.string().nullable(),
    event: z.string().nullable(),
    webhookId: z.string().nullable(),
    tries: z.int(),
    state: z.enum(['failed', 'retry']),
    createdAt: Instant,
    failedAt: Instant.nullable(),
    failure: z.string().nullable(),
    can: z.object({ replay: z.boolean() }),
  }),
);
export type FailedJobList = z.output<typeof FailedJobList>;

export const WebhookList = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    objectId: z.string(),
    account: z.string().nullable(),
    receivedAt: Instant,
  }),
);
export type WebhookList = z.output<typeof WebhookList>;

export const SweepList = z.array(
  z.object({
    name: z.string(),
    ranAt: Instant,
    done: z.int(),
    workedAt: Instant.nullable(),
    failedAt: Instant.nullable(),
    failure: z.string().nullable(),
  }),
);
export type SweepList = z.output<typeof SweepList>;

export const ReconciliationList = z.array(
  z.object({ id: Id, at: Instant, stripeCents: Cents, ledgerCents: Cents, differenceCents: Cents }),
);
export type ReconciliationList = z.output<typeof ReconciliationList>;

/** By what was done to something, or by who did it. `before`: the id of the last entry read. */
export const AuditQuery = z.union([
  z.strictObject({
    kind: z.string().min(1).max(40),
    id: z.string().min(1).max(100),
    before: z.coerce.number().int().optional(),
  }),
  z.strictObject({ actor: Id, before: z.coerce.number().int().optional() }),
]);
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditList = z.array(
  z.object({
    id: z.string(),
    actorKind: z.enum(['user', 'staff', 'system']),
    actorId: Id.nullable(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    reason: z.string().nullable(),
    at: Instant,
  }),
);
export type AuditList = z.output<typeof AuditList>;

/** The people who are staff. */
export const StaffList = z.array(z.object({ accountId: Id, name: z.string(), grantedAt: Instant, isYou: z.boolean() }));
export type StaffList = z.output<typeof StaffList>;

/** A suspension as the suspended person reads it. */
export const OwnSuspensionView = z.object({
  id: Id,
  businessId: Id.nullable(),
  scopes: z.array(SuspensionScope),
  reasonCode: z.string(),
  explanation: z.string(),
  placedAt: Instant,
  until: Instant.nullable(),
  endedAt: Instant.nullable(),
  appealedAt: Instant.nullable(),
  appealUpheld: z.boolean().nullable(),
  can: z.object({ appeal: z.boolean() }),
});
export const OwnSuspensionList = z.array(OwnSuspensionView);
export type OwnSuspensionList = z.output<typeof OwnSuspensionList>;

export const AppealRequest = z.strictObject({ text: words(4_000) });
export type AppealRequest = z.output<typeof AppealRequest>;
/** With the link of the mail, for who may not sign in. */
export const AppealByMailRequest = z.strictObject({ token: z.string().min(1).max(200), text: words(4_000) });
export type AppealByMailRequest = z.output<typeof AppealByMailRequest>;

/** When staff looked at what the person sees, for the security settings. */
export const OwnImpersonationList = z.array(
  z.object({ id: Id, reason: z.string(), startedAt: Instant, endsAt: Instant, endedAt: Instant.nullable() }),
);
export type OwnImpersonationList = z.output<typeof OwnImpersonationList>;
