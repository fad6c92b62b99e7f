import { z } from 'zod';

import { WeekDispute } from './week-dispute.ts';

const Note = z.string().trim().min(10, 'must have at least 10 characters').max(500);
const Instant = z.iso.datetime({ offset: true });
const Named = z.object({ id: z.uuid(), name: z.string() });

export const OnOverlap = z.enum(['refuse', 'trim_new', 'trim_old', 'split_old']);
export type OnOverlap = z.output<typeof OnOverlap>;

export const LogTimeRequest = z.strictObject({
  contractId: z.uuid(),
  start: Instant,
  end: Instant,
  note: Note,
  onOverlap: OnOverlap.optional(),
});
export type LogTimeRequest = z.output<typeof LogTimeRequest>;

export const EditTimeRequest = z.strictObject({
  start: Instant.optional(),
  end: Instant.optional(),
  note: Note.optional(),
  /** Kept in the history, which both parties read. */
  reason: z.string().trim().min(1).max(500).optional(),
  onOverlap: OnOverlap.optional(),
});
export type EditTimeRequest = z.output<typeof EditTimeRequest>;

export const TimerRequest = z.strictObject({
  contractId: z.uuid(),
  note: Note,
  /** When it was started or switched, told later because there was no network: at most a day ago. Now otherwise. */
  at: Instant.optional(),
});
export type TimerRequest = z.output<typeof TimerRequest>;

/** When it was stopped, told later because there was no network: at most a day ago. Now otherwise. */
export const TimerStopQuery = z.strictObject({ at: Instant.optional() });
export type TimerStopQuery = z.output<typeof TimerStopQuery>;

/** What `from` and `to` of a list may say. */
export const PeriodQuery = z
  .strictObject({ from: Instant, to: Instant })
  .refine(({ from, to }) => Date.parse(from) <= Date.parse(to), { path: ['to'], message: 'must not be before from' });
export type PeriodQuery = z.output<typeof PeriodQuery>;

const LONGEST_FILE = 900_000;

export const ImportTimeRequest = z.strictObject({
  contractId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  csv: z.string().min(1, 'is empty').max(LONGEST_FILE, 'is too long: split the file'),
  /** Whose clock the file was written by: neither Toggl Track nor Clockify says. */
  zone: z.string(),
  /** Reads and checks everything, and logs nothing. */
  preview: z.boolean().optional(),
  /** Which of two equal hours is meant when clocks fall back. */
  fold: z.enum(['earlier', 'later']).optional(),
  /** How to read `03/04/2026` where the file does not tell. */
  dates: z.enum(['day_first', 'month_first']).optional(),
});
export type ImportTimeRequest = z.output<typeof ImportTimeRequest>;

export const TimeEntryView = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  weekId: z.uuid(),
  title: z.string(),
  clientName: z.string(),
  assistantName: z.string(),
  start: z.iso.datetime(),
  /** Null while the timer runs. */
  end: z.iso.datetime().nullable(),
  note: z.string(),
  source: z.enum(['timer', 'manual', 'import']),
  /** `over_limit` is kept and shown, and not billed unless the client accepts it. */
  bucket: z.enum(['within', 'over_limit']),
  can: z.object({ change: z.boolean() }),
});
export type TimeEntryView = z.output<typeof TimeEntryView>;
export const TimeEntryViews = z.array(TimeEntryView);
export type TimeEntryViews = z.output<typeof TimeEntryViews>;

export const LimitWarning = z.object({
  weekId: z.uuid(),
  percent: z.union([z.literal(80), z.literal(95), z.literal(100)]),
  says: z.string(),
});
export type LimitWarning = z.output<typeof LimitWarning>;

/** The pieces that the time became: cut at a week's edge and where the limit was reached. */
export const TimeLogged = z.object({ entries: z.array(TimeEntryView), warnings: z.array(LimitWarning) });
export type TimeLogged = z.output<typeof TimeLogged>;

/** `now` is the clock that seconds are counted by: the server's. */
export const TimerView = z.object({ running: TimeEntryView.nullable(), now: z.iso.datetime() });
export type TimerView = z.output<typeof TimerView>;

export const TimerStarted = z.object({ running: TimeEntryView.nullable(), warnings: z.array(LimitWarning) });
export type TimerStarted = z.output<typeof TimerStarted>;

const Version = z.object({
  start: z.iso.datetime(),
  end: z.iso.datetime().nullable(),
  note: z.string(),
  source: z.string(),
  bucket: z.string(),
});

export const EntryVersionView = z.object({
  change: z.enum(['logged', 'started', 'stopped', 'edited', 'trimmed', 'split', 'moved', 'deleted']),
  /** Who did it: a person, or Kontor. */
  by: z.string(),
  at: z.iso.datetime(),
  before: Version.nullable(),
  after: Version.nullable(),
  reason: z.string().nullable(),
});
export type EntryVersionView = z.output<typeof EntryVersionView>;
export const EntryVersionViews = z.array(EntryVersionView);
export type EntryVersionViews = z.output<typeof EntryVersionViews>;

export const TimeImported = z.object({
  /** Null for a preview. Otherwise the file was handed over, and the list of imports says what becomes of it. */
  importId: z.uuid().nullable(),
  rows: z.int(),
  seconds: z.int(),
  entries: z.array(z.object({ line: z.int(), start: z.iso.datetime(), end: z.iso.datetime(), note: z.string() })),
  /** Rows that are no work: breaks, and rows without time. */
  leftOut: z.array(z.object({ line: z.int(), reason: z.string(), reasonCode: z.enum(['not_work', 'no_time']) })),
});
export type TimeImported = z.output<typeof TimeImported>;

/** A file that was handed over to be logged: all of it is, or nothing. */
export const TimeImportView = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  title: z.string(),
  clientName: z.string(),
  fileName: z.string(),
  rows: z.int(),
  /** How far it has come: nobody finds these entries before the last of them is logged. */
  rowsDone: z.int(),
  state: z.enum(['waiting', 'logging', 'logged', 'refused']),
  stateAt: z.iso.datetime(),
  askedAt: z.iso.datetime(),
  /** Why nothing of it was logged. */
  refusal: z
    .object({
      /** As problems have it; `csv_malformed` names the lines. */
      code: z.string(),
      faults: z.array(z.object({ line: z.int(), column: z.string(), message: z.string() })),
      /** How many faults there are beside those. */
      more: z.int(),
    })
    .nullable(),
});
export type TimeImportView = z.output<typeof TimeImportView>;
/** The latest first. */
export const TimeImportViews = z.array(TimeImportView);
export type TimeImportViews = z.output<typeof TimeImportViews>;

export const WeeksQuery = z.strictObject({
  which: z.enum(['current', 'past']).default('current'),
  /** Those of one contract alone. */
  contractId: z.uuid().optional(),
});
export type WeeksQuery = z.output<typeof WeeksQuery>;

export const WeekView = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  title: z.string(),
  client: Named,
  assistant: Named,
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  /** The client's billing zone, whose Mondays the week runs between. */
  zone: z.string(),
  state: z.enum(['open', 'zero', 'frozen', 'invoiced', 'accepted']),
  review: z.enum(['pending', 'approved', 'accepted_by_silence', 'disputed', 'resolved']).nullable(),
  dispute: WeekDispute.nullable(),
  rateCents: z.int(),
  limitSeconds: z.int(),
  /** Within the limit, and billed; a running timer is counted when it stops. */
  countedSeconds: z.int(),
  overLimitSeconds: z.int(),
  runningSince: z.iso.datetime().nullable(),
  /** What the assistant earns by it: so far, with the running timer, while the week is open. */
  worthCents: z.int(),
  /** The same with the service fee: what the client pays. */
  clientTotalCents: z.int(),
  freezesAt: z.iso.datetime(),
  /** Null where there is nothing to review. */
  reviewEndsAt: z.iso.datetime().nullable(),
  says: z.string(),
  can: z.object({ approve: z.boolean(), log: z.boolean(), raiseLimit: z.boolean() }),
});
export type WeekView = z.output<typeof WeekView>;
export const WeekViews = z.array(WeekView);
export type WeekViews = z.output<typeof WeekViews>;

const LONGEST_WEEK_MINUTES = 10_080;

/** Of this week alone. */
export const RaiseLimitRequest = z.strictObject({ limitMinutes: z.int().positive().max(LONGEST_WEEK_MINUTES) });
export type RaiseLimitRequest = z.output<typeof RaiseLimitRequest>;

export const WeekDetail = WeekView.extend({ entries: z.array(TimeEntryView) });
export type WeekDetail = z.output<typeof WeekDetail>;
