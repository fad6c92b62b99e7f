import { z } from 'zod';

const Party = z.object({ id: z.uuid(), name: z.string() });
const Words = z.string().trim().min(10, 'must have at least 10 characters').max(4_000);
const Instant = z.iso.datetime();
const Seconds = z.int().positive();
/** `[start, end)`, in the client's zone. */
const Week = z.object({ id: z.uuid(), start: Instant, end: Instant, zone: z.string() });
/** What the assistant earns by it, and the service fee on top that the client pays. */
const Worth = z.object({ amountCents: z.int(), feeCents: z.int() });

export const DisputeGround = z.enum(['not_worked', 'not_as_described', 'note_missing', 'duplicate']);
export type DisputeGround = z.output<typeof DisputeGround>;

/** Only staff claim fraud, and only late. */
export const AnyGround = z.enum([...DisputeGround.options, 'fraud']);
export type AnyGround = z.output<typeof AnyGround>;

export const DisputeState = z.enum([
  ...(['open', 'answered', 'accepted', 'deciding', 'withdrawn', 'settled', 'decided', 'appealed', 'final'] as const),
]);
export type DisputeState = z.output<typeof DisputeState>;

export const DisputeSide = z.enum(['client', 'assistant', 'staff']);
export type DisputeSide = z.output<typeof DisputeSide>;

// Queries: a question about one entry, which stops no clock.

export const AskRequest = z.strictObject({ question: Words });
export type AskRequest = z.output<typeof AskRequest>;
export const AnswerQueryRequest = z.strictObject({ answer: Words });
export type AnswerQueryRequest = z.output<typeof AnswerQueryRequest>;
/** Seconds to be taken off the entry, once the client agrees. */
export const CorrectEntryRequest = z.strictObject({ answer: Words, seconds: Seconds });
export type CorrectEntryRequest = z.output<typeof CorrectEntryRequest>;

export const QueryView = z.object({
  id: z.uuid(),
  entryId: z.uuid(),
  weekId: z.uuid(),
  contractId: z.uuid(),
  title: z.string(),
  client: Party,
  assistant: Party,
  state: z.enum(['asked', 'answered', 'corrected', 'agreed', 'declined']),
  question: z.string(),
  askedAt: Instant,
  askedBy: Party,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** What the assistant would take off the entry, and what that gives back. */
  correction: Worth.extend({ seconds: Seconds }).nullable(),
  closedAt: Instant.nullable(),
  /** The review goes on meanwhile, and ends then. */
  reviewEndsAt: Instant,
  can: z.object({ answer: z.boolean(), correct: z.boolean(), agree: z.boolean(), decline: z.boolean() }),
});
export type QueryView = z.output<typeof QueryView>;
export const QueryViews = z.array(QueryView);
export type QueryViews = z.output<typeof QueryViews>;

// Opening one

/** What of a week can still be disputed, and until when. */
export const DisputableView = z.object({
  weekId: z.uuid(),
  until: Instant.nullable(),
  /** Null: it can be disputed. */
  whyNot: z.enum(['not_invoiced', 'approved', 'review_over', 'not_yours']).nullable(),
  entries: z.array(
    z.object({
      entryId: z.uuid(),
      start: Instant,
      end: Instant,
      note: z.string(),
      seconds: z.int(),
      /** What is neither disputed nor given back yet; after the review, what is with the assistant and not in dispute. */
      disputableSeconds: z.int(),
    }),
  ),
  /** After the review: until when fraud, or time billed twice, can be reported to staff. */
  reportUntil: Instant.nullable(),
  /** The last that was; its client reads it, nobody else. */
  report: z
    .object({
      reportedAt: Instant,
      answeredAt: Instant.nullable(),
      /** The claim that staff opened of it. */
      disputeId: z.uuid().nullable(),
      /** Why they did not. */
      refusal: z.string().nullable(),
    })
    .nullable(),
  can: z.object({ ask: z.boolean(), dispute: z.boolean(), report: z.boolean() }),
});
export type DisputableView = z.output<typeof DisputableView>;

/** Without seconds: the whole entry, as far as it is not disputed yet. */
const Disputed = z.strictObject({ entryId: z.uuid(), seconds: Seconds.optional() });
const Lines = z
  .array(Disputed)
  .min(1, 'choose what you dispute')
  .max(200)
  .refine((lines) => new Set(lines.map(({ entryId }) => entryId)).size === lines.length, 'names an entry twice');

export const OpenDisputeRequest = z.strictObject({
  weekId: z.uuid(),
  ground: DisputeGround,
  reason: Words,
  lines: Lines,
  /** The contract goes on unless the client wants it paused. */
  pauseContract: z.boolean().default(false),
});
export type OpenDisputeRequest = z.output<typeof OpenDisputeRequest>;

/** What disputing these would hold, and what of the week would be paid as ever. */
export const PreviewDisputeRequest = z.strictObject({ lines: Lines });
export type PreviewDisputeRequest = z.output<typeof PreviewDisputeRequest>;
export const DisputePreview = z.object({ disputed: Worth, rest: Worth });
export type DisputePreview = z.output<typeof DisputePreview>;

/** By the client, up to 60 days after the review: staff look at it, and open a claim or say why not. */
export const LateReportRequest = z.strictObject({
  ground: z.enum(['fraud', 'duplicate']),
  reason: Words,
  lines: Lines,
});
export type LateReportRequest = z.output<typeof LateReportRequest>;

/** By staff, as long. */
export const LateClaimRequest = LateReportRequest.extend({ weekId: z.uuid() });
export type LateClaimRequest = z.output<typeof LateClaimRequest>;

/** Why staff open no claim, for the client to read. */
export const DeclineReportRequest = z.strictObject({ reason: Words });
export type DeclineReportRequest = z.output<typeof DeclineReportRequest>;

export const LateReportView = z.object({
  id: z.uuid(),
  ground: z.enum(['fraud', 'duplicate']),
  reason: z.string(),
  reportedAt: Instant,
  reportedBy: z.string(),
  client: Party,
  assistant: Party,
  title: z.string(),
  week: Week,
  lines: z.array(z.object({ entryId: z.uuid(), start: Instant, end: Instant, note: z.string(), seconds: z.int() })),
});
export type LateReportView = z.output<typeof LateReportView>;
export const LateReportViews = z.array(LateReportView);
export type LateReportViews = z.output<typeof LateReportViews>;

// What the sides do

export const StatementRequest = z.strictObject({ text: Words });
export type StatementRequest = z.output<typeof StatementRequest>;

/** Of each line of the dispute, the seconds that the assistant would give back; a line left out stays as it is. */
export const OfferPartRequest = z.strictObject({
  text: Words,
  lines: z
    .array(z.strictObject({ lineId: z.uuid(), refundSeconds: Seconds }))
    .min(1)
    .max(200),
});
export type OfferPartRequest = z.output<typeof OfferPartRequest>;

/** What an offer or a correction would give back. */
export const PreviewOfferRequest = OfferPartRequest.pick({ lines: true });
export type PreviewOfferRequest = z.output<typeof PreviewOfferRequest>;
export const PreviewCorrectionRequest = CorrectEntryRequest.pick({ seconds: true });
export type PreviewCorrectionRequest = z.output<typeof PreviewCorrectionRequest>;
export const GivenBackPreview = Worth;
export type GivenBackPreview = z.output<typeof GivenBackPreview>;

export const AppealRequest = z.strictObject({ reason: Words });
export type AppealRequest = z.output<typeof AppealRequest>;

// Reading

export const DisputeLineView = z.object({
  id: z.uuid(),
  entryId: z.uuid(),
  start: Instant,
  end: Instant,
  note: z.string(),
  /** Of the whole entry. */
  entrySeconds: z.int(),
  /** Of it, what is disputed. */
  seconds: z.int(),
});
export type DisputeLineView = z.output<typeof DisputeLineView>;

export const DisputeOfferView = Worth.extend({
  at: Instant,
  lines: z.array(z.object({ lineId: z.uuid(), refundSeconds: z.int() })),
  state: z.enum(['standing', 'taken', 'declined']),
});
export type DisputeOfferView = z.output<typeof DisputeOfferView>;

/** What the assistant keeps, and what the client gets back. */
export const DecisionMoney = z.object({
  paid: Worth,
  refunded: Worth,
  carriedBy: z.enum(['assistant', 'platform']),
  /** Before the charge the invoice becomes smaller; after it the card gets it back. */
  how: z.enum(['credit_note', 'refund', 'none']),
});
export type DecisionMoney = z.output<typeof DecisionMoney>;

export const Verdict = z.enum(['pay', 'refund', 'split']);
export type Verdict = z.output<typeof Verdict>;

export const DecisionLineView = z.object({
  lineId: z.uuid(),
  verdict: Verdict,
  refundSeconds: z.int(),
  ruleId: z.string(),
  reason: z.string(),
});

export const DecisionView = z.object({
  id: z.uuid(),
  /** 2 is the appeal's. */
  round: z.int().min(1).max(2),
  decidedAt: Instant.nullable(),
  lines: z.array(DecisionLineView),
  money: DecisionMoney,
});
export type DecisionView = z.output<typeof DecisionView>;

export const DisputeFileView = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
});
export type DisputeFileView = z.output<typeof DisputeFileView>;

export const StatementView = z.object({
  id: z.uuid(),
  side: DisputeSide,
  /** Null when it was Kontor's staff. */
  by: Party.nullable(),
  at: Instant,
  kind: z.enum(['opening', 'answer', 'offer', 'statement', 'appeal', 'file']),
  text: z.string(),
  file: DisputeFileView.nullable(),
});
export type StatementView = z.output<typeof StatementView>;

const moves = z.object({
  accept: z.boolean(),
  answer: z.boolean(),
  offer: z.boolean(),
  settle: z.boolean(),
  declineOffer: z.boolean(),
  withdraw: z.boolean(),
  state: z.boolean(),
  appeal: z.boolean(),
});

export const DisputeView = z.object({
  id: z.uuid(),
  number: z.string(),
  state: DisputeState,
  origin: z.enum(['review', 'late_claim']),
  ground: AnyGround,
  reason: z.string(),
  client: Party,
  assistant: Party,
  contractId: z.uuid(),
  title: z.string(),
  week: Week,
  /** Null for the assistant: invoices are between the client and Kontor. */
  invoiceId: z.uuid().nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  /** Disputed altogether. */
  seconds: z.int(),
  disputed: Worth,
  /** Who is expected to do something, until when, and what happens if they do not. */
  waitsFor: z.enum(['assistant', 'client', 'staff', 'either']).nullable(),
  dueAt: Instant.nullable(),
  ifSilent: z.enum(['goes_to_staff', 'becomes_final', 'stays_held']).nullable(),
  /** Null until it has ended. */
  outcome: z.enum(['accepted', 'settled', 'withdrawn', 'paid', 'refunded', 'split']).nullable(),
  refunded: Worth.nullable(),
  /** Who is reading: the side that they are on. */
  side: DisputeSide,
  can: moves,
});
export type DisputeView = z.output<typeof DisputeView>;
export const DisputeViews = z.array(DisputeView);
export type DisputeViews = z.output<typeof DisputeViews>;

export const DisputeDetail = DisputeView.extend({
  lines: z.array(DisputeLineView),
  offer: DisputeOfferView.nullable(),
  statements: z.array(StatementView),
  decisions: z.array(DecisionView),
  evidence: z.object({ sha256: z.string(), frozenAt: Instant }),
});
export type DisputeDetail = z.output<typeof DisputeDetail>;

/** Frozen when the dispute opened: `sha256` is over the bytes of `pack`. */
export const EvidenceView = z.object({
  sha256: z.string(),
  frozenAt: Instant,
  /** Canonical JSON, exactly as it was hashed. */
  pack: z.string(),
});
export type EvidenceView = z.output<typeof EvidenceView>;

// Open to everybody

export const DisputeRuleView = z.object({
  /** The web has its words under `disputes.rules.{id}`. */
  id: z.string(),
  textKey: z.string(),
  /** What it is about; it can be cited in a dispute on these grounds. */
  grounds: z.array(AnyGround),
  /** Which way it speaks. */
  speaksFor: z.enum(['pay', 'refund', 'either']),
});
export const DisputeRuleViews = z.array(DisputeRuleView);
export type DisputeRuleViews = z.output<typeof DisputeRuleViews>;

export const DisputeStatisticsView = z.object({
  opened: z.int(),
  running: z.int(),
  ended: z.int(),
  /** From opening to the end; null while none has ended. */
  medianHours: z.number().nullable(),
  outcomes: z.object({
    accepted: z.int(),
    settled: z.int(),
    withdrawn: z.int(),
    paid: z.int(),
    refunded: z.int(),
    split: z.int(),
  }),
  appeals: z.object({ made: z.int(), overturned: z.int() }),
  grounds: z.array(z.object({ ground: AnyGround, opened: z.int() })),
});
export type DisputeStatisticsView = z.output<typeof DisputeStatisticsView>;

// Staff

export const StaffDisputesQuery = z.strictObject({
  which: z.enum(['waiting', 'mine', 'late', 'second_signature', 'appeals', 'all']).default('waiting'),
});
export type StaffDisputesQuery = z.output<typeof StaffDisputesQuery>;

export const ClaimView = z.object({ by: Party, at: Instant, expiresAt: Instant, mine: z.boolean() });

/** Signed by one member of staff and waiting for a second. */
export const ProposalView = DecisionView.extend({
  proposedBy: Party,
  proposedAt: Instant,
  needsSecond: z.boolean(),
  /** Both sign this, and nothing else. */
  version: z.string(),
});
export type ProposalView = z.output<typeof ProposalView>;

export const StaffDisputeView = DisputeView.omit({ side: true, can: true }).extend({
  claim: ClaimView.nullable(),
  /** Past the time in which staff decide. */
  late: z.boolean(),
  awaitsSecond: z.boolean(),
  can: z.object({ claim: z.boolean(), release: z.boolean(), decide: z.boolean(), sign: z.boolean() }),
  /** Why this member of staff may not decide it. */
  barredBy: z.enum(['party', 'decided_before', 'opened_it', 'claimed_by_another']).nullable(),
});
export type StaffDisputeView = z.output<typeof StaffDisputeView>;
export const StaffDisputeViews = z.object({
  disputes: z.array(StaffDisputeView),
  counts: z.object({
    waiting: z.int(),
    mine: z.int(),
    late: z.int(),
    second_signature: z.int(),
    appeals: z.int(),
    all: z.int(),
  }),
  workload: z.array(z.object({ staff: Party, claimed: z.int(), decidedIn30Days: z.int() })),
});
export type StaffDisputeViews = z.output<typeof StaffDisputeViews>;

export const StaffDisputeDetail = StaffDisputeView.extend({
  lines: z.array(DisputeLineView),
  offer: DisputeOfferView.nullable(),
  statements: z.array(StatementView),
  decisions: z.array(ProposalView),
  evidence: z.object({ sha256: z.string(), frozenAt: Instant }),
  /** Rate and fee disputed between these two within 30 days; from the threshold on two must sign. */
  disputedIn30DaysCents: z.int(),
  needsSecond: z.boolean(),
});
export type StaffDisputeDetail = z.output<typeof StaffDisputeDetail>;

const DecisionLine = z
  .strictObject({
    lineId: z.uuid(),
    verdict: Verdict,
    /** Of a split: the seconds given back. */
    refundSeconds: Seconds.optional(),
    ruleId: z.string(),
    reason: Words,
  })
  .refine(({ verdict, refundSeconds }) => (verdict === 'split') === (refundSeconds !== undefined), {
    path: ['refundSeconds'],
    message: 'belongs to a split, and only there',
  });

/** Every line of the dispute, once. */
export const DecideRequest = z.strictObject({
  lines: z.array(DecisionLine).min(1).max(200),
  carriedBy: z.enum(['assistant', 'platform']).default('assistant'),
  /** A colleague's proposal that waits for a second signature, which this one takes the place of. */
  replaces: z.uuid().optional(),
});
export type DecideRequest = z.output<typeof DecideRequest>;

export const DecisionPreview = z.object({ money: DecisionMoney, needsSecond: z.boolean() });
export type DecisionPreview = z.output<typeof DecisionPreview>;

export const SignRequest = z.strictObject({ version: z.string() });
export type SignRequest = z.output<typeof SignRequest>;
