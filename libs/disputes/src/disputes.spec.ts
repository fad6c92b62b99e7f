import { AuditTrail } from '@app/audit';
import { AcceptBySilence, ApproveWeek, ChargeInvoices, InvoiceWeeks } from '@app/billing';
import { filesEntities } from '@app/files';
import { hiringEntities } from '@app/hiring';
import { type Staff, type User, weekOf } from '@app/kernel';
import { MirrorBalance, SendTransfers } from '@app/payouts';
import { extractText, getDocumentProxy } from 'unpdf';

import { type Client, Payday } from '../../../test/support/payday.ts';
import {
  AcceptDispute,
  AddFile,
  AddStatement,
  AgreeToCorrection,
  AnswerDispute,
  AppealDecision,
  AskAboutEntry,
  CorrectEntry,
  DecideDispute,
  DeclinePartOffer,
  DisputableTime,
  type Dispute,
  DisputeDetails,
  Disputes,
  disputesEntities,
  DisputesModule,
  DisputeStatistics,
  EvidencePacks,
  KeepDeadlines,
  OfferPart,
  OpenDispute,
  OpenLateClaim,
  PreviewDecision,
  PrintEvidence,
  SignDecision,
  TakeOffer,
  type VerdictOnLine,
  WithdrawDispute,
} from './index.ts';

const WHY = 'The calendar shows that the office was closed';
const MINUTE = 60;
const DAY_MS = 86_400_000;

let payday: Payday;
let keys = 0;

beforeAll(async () => {
  const entities = [...disputesEntities, ...hiringEntities, ...filesEntities];
  payday = await Payday.start({ imports: [DisputesModule], entities });
});
afterAll(() => payday.stop());
afterEach(() => payday.reset());

type Class<T> = Parameters<typeof payday.platform.get<T>>[0];
const get = <T>(token: Class<T>): T => payday.platform.get(token);
const key = () => `key number ${++keys}`;

interface Worked {
  readonly client: Client;
  readonly assistant: User;
  readonly weekId: string;
  readonly contractId: string;
  readonly entries: { readonly id: string; readonly seconds: number }[];
}

/** Last week's work at $18.50, invoiced now and paid unless said. */
async function worked(minutes: number[], { charged = true } = {}): Promise<Worked> {
  const client = await payday.client();
  const assistant = await payday.assistant();
  const from = weekOf(new Date(payday.now.getTime() - 7 * DAY_MS), 'Europe/Oslo').start;
  const { arrange } = payday.platform;
  const contractId = await arrange.contract({ client, assistant, startedAt: from });
  const weekId = await arrange.week({ contractId, from, seconds: minutes.map((each) => each * MINUTE) });
  await get(InvoiceWeeks).run(payday.now);
  if (charged) await get(ChargeInvoices).run(payday.now);
  const entries = await payday.rows<{ id: string; seconds: number }>(
    `select id, extract(epoch from upper(during) - lower(during))::int as seconds from time_entry
      where contract_week_id = $1 order by during`,
    [weekId],
  );
  return { client, assistant, weekId, contractId, entries };
}

async function disputes({ client, weekId, entries }: Worked, minutes?: number, entry = 0): Promise<Dispute> {
  const lines = [
    { entryId: entries[entry]?.id ?? '', ...(minutes === undefined ? {} : { seconds: minutes * MINUTE }) },
  ];
  const contested = { weekId, ground: 'not_worked', reason: WHY, lines, pauseContract: false } as const;
  return (await get(OpenDispute).run(client, contested, key())).value;
}

async function staff(): Promise<Staff> {
  return { kind: 'staff', userId: (await payday.platform.arrange.account()).userId };
}

async function linesOf({ id }: Dispute): Promise<{ id: string; seconds: number }[]> {
  return payday.rows(`select id, seconds::int as seconds from dispute_line where dispute_id = $1 order by id`, [id]);
}

const rules = { pay: 'work_shown', refund: 'work_not_shown', split: 'partly_shown' } as const;

/** The same of every line; of a split so many minutes go back. */
async function verdicts(dispute: Dispute, verdict: keyof typeof rules, minutes = 0): Promise<VerdictOnLine[]> {
  return (await linesOf(dispute)).map(({ id }) => ({
    ...{ lineId: id, verdict, ruleId: rules[verdict], reason: WHY },
    ...(verdict === 'split' ? { refundSeconds: minutes * MINUTE } : {}),
  }));
}

async function decides(who: Staff, dispute: Dispute, verdict: keyof typeof rules, minutes = 0): Promise<Dispute> {
  const lines = await verdicts(dispute, verdict, minutes);
  return get(DecideDispute).run(who, dispute.id, { lines, carriedBy: 'assistant' }, key());
}

const passes = async (days: number) => {
  await payday.passes(days);
  await get(KeepDeadlines).run(payday.now);
};

const now = ({ id }: Dispute) => get(Disputes).find({ kind: 'system' }, id);

interface Books {
  held: number;
  fee: number;
  refund: number;
  receivable: number;
}

/** Of everything so far, in cents, as credits. */
async function books(): Promise<Books> {
  const [row] = await payday.rows<Books>(`
    select coalesce(-sum(amount_cents) filter (where account = 'earnings_held'), 0)::int as held,
           coalesce(-sum(amount_cents) filter (where account = 'service_fee'), 0)::int as fee,
           coalesce(-sum(amount_cents) filter (where account = 'refund_due'), 0)::int as refund,
           coalesce(sum(amount_cents) filter (where account = 'client_receivable'), 0)::int as receivable from posting`);
  return row as Books;
}

async function holds(): Promise<number> {
  const [row] = await payday.rows<{ n: number }>(
    `select count(*)::int as n from earning_hold where released_at is null`,
  );
  return row?.n ?? 0;
}

const events = (type: string) => payday.rows<{ payload: object }>(`select payload from event where type = $1`, [type]);

async function booksBalance(): Promise<void> {
  expect(await payday.violations({ quiet: false })).toEqual({});
}

test('only what is disputed is held: the rest is released on its ordinary date', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  expect(await holds()).toBe(1);

  await payday.untilDue();

  const earnings = await payday.rows(`select amount_cents::int as cents, state from earning order by amount_cents`);
  expect(earnings).toEqual([
    { cents: 12_33, state: 'held' },
    { cents: 26_83, state: 'due' },
  ]);
  expect((await now(dispute)).state).toBe('open'); // Nobody swept: the assistant's time has run out, and only that.
});

test('what the assistant accepts goes back, with a fee that does not divide', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);

  const accepted = await get(AcceptDispute).run(work.assistant, dispute.id);

  expect(accepted).toMatchObject({ state: 'accepted', outcome: 'accepted' });
  expect(await books()).toMatchObject({ held: 26_83, fee: 2_68, refund: 12_33 + 1_24 });
  expect(await holds()).toBe(0);
  await booksBalance();
});

test('before the charge it becomes a credit note, and a smaller charge', async () => {
  const work = await worked([127], { charged: false });
  const dispute = await disputes(work, 40);

  await get(AcceptDispute).run(work.assistant, dispute.id);
  expect(await books()).toMatchObject({ receivable: 26_83 + 2_68, refund: 0 });

  await get(ChargeInvoices).run(payday.now);
  const [charged] = await payday.rows(
    `select -amount_cents::int as cents from posting where account = 'client_receivable' and amount_cents = -2951`,
  );
  expect(charged).toEqual({ cents: 29_51 });
  await booksBalance();
});

test('a part is offered and taken, also once it is with staff', async () => {
  const work = await worked([60, 67]);
  const dispute = await disputes(work, 60);
  const [line] = await linesOf(dispute);
  const part = { text: WHY, lines: [{ lineId: line?.id ?? '', refundSeconds: 20 * MINUTE }] };
  await get(OfferPart).run(work.assistant, dispute.id, part);
  await passes(3);
  expect((await now(dispute)).state).toBe('deciding');

  const settledDispute = await get(TakeOffer).run(work.client, dispute.id);

  expect(settledDispute).toMatchObject({ state: 'settled', outcome: 'settled' });
  expect(await holds()).toBe(0);
  const [share] = await payday.rows<{ seconds: number; cents: number }>(
    `select refunded_seconds::int as seconds, refunded_amount_cents::int as cents from dispute_share`,
  );
  const [offer] = await payday.rows<{ cents: number }>(`select amount_cents::int as cents from dispute_offer`);
  expect(share).toEqual({ seconds: 1_200, cents: offer?.cents });
  await booksBalance();
});

test('an offer that was declined cannot be taken any more', async () => {
  const work = await worked([60]);
  const dispute = await disputes(work);
  const [line] = await linesOf(dispute);
  const part = { text: WHY, lines: [{ lineId: line?.id ?? '', refundSeconds: 20 * MINUTE }] };
  await get(OfferPart).run(work.assistant, dispute.id, part);

  expect(await get(DeclinePartOffer).run(work.client, dispute.id)).toMatchObject({ state: 'deciding' });

  await expect(get(TakeOffer).run(work.client, dispute.id)).rejects.toMatchObject({ code: 'no_offer_stands' });
});

test('withdrawn before the decision, everything is paid', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);

  await get(WithdrawDispute).run(work.client, dispute.id);

  expect(await books()).toMatchObject({ held: 39_16, refund: 0 });
  expect(await holds()).toBe(0);
  await booksBalance();
});

test('an assistant who says nothing is warned a day before, and then staff decide', async () => {
  const dispute = await disputes(await worked([127]), 40);

  await passes(2);
  await passes(0);
  expect(await events('dispute.deadline_near')).toHaveLength(1);
  expect((await now(dispute)).state).toBe('open');

  await passes(1);
  expect(await now(dispute)).toMatchObject({ state: 'deciding' });
  expect(await events('dispute.referred')).toEqual([{ payload: { disputeId: dispute.id, why: 'assistant_silent' } }]);
});

test('after the last instant nobody answers, even if no sweep has come by', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await payday.passes(3);
  await expect(get(AcceptDispute).run(work.assistant, dispute.id)).rejects.toMatchObject({ code: 'answer_too_late' });
});

test('staff who are late raise one alarm, and the money stays held', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);

  await passes(4);
  await passes(1);

  expect(await events('dispute.decision_late')).toHaveLength(1);
  expect(await now(dispute)).toMatchObject({ state: 'deciding' });
  expect(await holds()).toBe(1);
});

test('a decision moves money once it is final: to the cent what was previewed', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 60);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  const lines = await verdicts(dispute, 'split', 40);
  const { totals, needsSecond } = await get(PreviewDecision).run(await staff(), dispute.id, {
    lines,
    carriedBy: 'assistant',
  });
  expect(needsSecond).toBe(false);
  expect(totals.refunded).toMatchObject({ amount: { cents: 12_33 }, fee: { cents: 1_24 } });

  await decides(await staff(), dispute, 'split', 40);
  expect(await now(dispute)).toMatchObject({ state: 'decided' });
  expect(await books()).toMatchObject({ refund: 0 });

  await passes(7);
  expect(await now(dispute)).toMatchObject({ state: 'final', outcome: 'split' });
  expect(await books()).toMatchObject({ held: 26_83, fee: 2_68, refund: 12_33 + 1_24 });
  expect(await holds()).toBe(0);
  await booksBalance();
});

test('an appeal goes to somebody else, who may overturn it, and is final', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  const first = await staff();
  await decides(first, dispute, 'refund');
  await get(AppealDecision).run(work.assistant, dispute.id, 'The client asked for exactly this');

  await expect(decides(first, dispute, 'pay')).rejects.toMatchObject({ details: { reason: 'decided_before' } });
  await decides(await staff(), dispute, 'pay');

  expect(await now(dispute)).toMatchObject({ state: 'final', outcome: 'paid' });
  expect(await books()).toMatchObject({ held: 39_16, refund: 0 });
  expect(await get(DisputeStatistics).read()).toMatchObject({
    ...{ opened: 1, ended: 1, outcomes: { paid: 1 }, appeals: { made: 1, overturned: 1 } },
  });
  await booksBalance();
});

test('an appeal that is upheld sends back what was decided', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  await decides(await staff(), dispute, 'refund');
  await get(AppealDecision).run(work.client, dispute.id, 'It should have been more than this');
  await decides(await staff(), dispute, 'refund');

  expect(await now(dispute)).toMatchObject({ state: 'final', outcome: 'refunded' });
  expect(await books()).toMatchObject({ refund: 12_33 + 1_24 });
  expect(await get(DisputeStatistics).read()).toMatchObject({ appeals: { made: 1, overturned: 0 } });
  await booksBalance();
});

test('seven days after a decision nobody can appeal', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  await decides(await staff(), dispute, 'refund');
  await payday.passes(7);
  await expect(get(AppealDecision).run(work.client, dispute.id, WHY)).rejects.toMatchObject({
    code: 'appeal_too_late',
  });
});

test('above $500 both sign the same version, or nothing is decided', async () => {
  const work = await worked([25 * 60]);
  const dispute = await disputes(work);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  const [first, second] = [await staff(), await staff()];

  await decides(first, dispute, 'refund');
  expect(await now(dispute)).toMatchObject({ state: 'deciding' });
  const [proposal] = (await get(DisputeDetails).of(dispute.id, { proposals: true })).decisions;
  if (!proposal) throw new Error('nothing was proposed');
  const { id: decisionId, version } = proposal;
  const sign = (who: Staff, signed: string) => get(SignDecision).run(who, dispute.id, { decisionId, version: signed });

  await expect(sign(first, version)).rejects.toMatchObject({ code: 'signed_already' });
  const another = 'f'.repeat(version.length);
  await expect(sign(second, another)).rejects.toMatchObject({ code: 'other_version' });
  await expect(decides(second, dispute, 'pay')).rejects.toMatchObject({ code: 'decided_already' });
  await sign(second, version);

  expect(await now(dispute)).toMatchObject({ state: 'decided' });
  await booksBalance();
});

test('of two members of staff who decide at once, one has decided', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);

  const results = await Promise.allSettled([
    decides(await staff(), dispute, 'refund'),
    decides(await staff(), dispute, 'pay'),
  ]);

  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [{ n } = { n: 0 }] = await payday.rows<{ n: number }>(
    `select count(*)::int as n from dispute_decision where decided_at is not null`,
  );
  expect(n).toBe(1);
});

test('nobody decides where they are party', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  for (const { userId } of [work.client, work.assistant]) {
    await expect(decides({ kind: 'staff', userId }, dispute, 'pay')).rejects.toMatchObject({
      details: { reason: 'party' },
    });
  }
});

test('a decision says something of every line, by a rule that fits', async () => {
  const work = await worked([60, 67]);
  const [first, second] = work.entries;
  const lines = [{ entryId: first?.id ?? '' }, { entryId: second?.id ?? '' }];
  const contested = { weekId: work.weekId, ground: 'duplicate', reason: WHY, lines, pauseContract: false } as const;
  const { value: dispute } = await get(OpenDispute).run(work.client, contested, key());
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  const [one, other] = await linesOf(dispute);
  const say = (lineId = '', ruleId = 'billed_twice') => ({ lineId, verdict: 'refund' as const, ruleId, reason: WHY });
  const decide = async (said: VerdictOnLine[]) =>
    get(DecideDispute).run(await staff(), dispute.id, { lines: said, carriedBy: 'assistant' }, key());

  await expect(decide([say(one?.id)])).rejects.toMatchObject({ code: 'lines_left_out' });
  await expect(decide([say(one?.id), say(one?.id)])).rejects.toMatchObject({ code: 'line_not_disputed' });
  await expect(decide([say(one?.id), say(other?.id, 'note_says_nothing')])).rejects.toMatchObject({
    code: 'rule_unknown',
  });
  expect(await decide([say(one?.id), say(other?.id)])).toMatchObject({ state: 'decided' });
});

test('where Kontor bears it, the client is refunded and the assistant is paid', async () => {
  const work = await worked([127]);
  const dispute = await disputes(work, 40);
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  const lines = await verdicts(dispute, 'refund');
  await get(DecideDispute).run(await staff(), dispute.id, { lines, carriedBy: 'platform' }, key());
  await get(AcceptBySilence).run(payday.now);
  await passes(7);
  await get(AcceptBySilence).run(payday.now);

  expect(await books()).toMatchObject({ held: 39_16, refund: 12_33 + 1_24 });
  const stuck = await payday.rows(`select id from earning where state = 'held' and releases_at is null`);
  expect(stuck).toEqual([]);
  await booksBalance();
});

test('approval ends the time in which anything can be disputed', async () => {
  const work = await worked([127]);
  await get(ApproveWeek).run(work.client, work.weekId);
  await expect(disputes(work, 40)).rejects.toMatchObject({ code: 'not_disputable', details: { reason: 'approved' } });
});

test('while one part is disputed the rest is approved, and nothing more is disputed', async () => {
  const work = await worked([60, 67]);
  await disputes(work);
  await get(ApproveWeek).run(work.client, work.weekId);
  await expect(disputes(work, 10, 1)).rejects.toMatchObject({ details: { reason: 'approved' } });
});

test('after the review nothing is disputed, and staff may still claim fraud for 60 days', async () => {
  const work = await worked([127]);
  await payday.passes(5);
  await get(AcceptBySilence).run(payday.now);
  await expect(disputes(work, 40)).rejects.toMatchObject({ details: { reason: 'review_over' } });
  const claim = {
    weekId: work.weekId,
    ground: 'fraud',
    reason: WHY,
    lines: [{ entryId: work.entries[0]?.id ?? '' }],
  } as const;

  const { value: dispute } = await get(OpenLateClaim).run(await staff(), claim, key());
  expect(dispute).toMatchObject({ origin: 'late_claim', state: 'open' });
  await expect(get(WithdrawDispute).run(work.client, dispute.id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(decides({ kind: 'staff', userId: dispute.openedBy }, dispute, 'pay')).rejects.toBeDefined();
  await booksBalance();

  await payday.passes(61);
  await expect(get(OpenLateClaim).run(await staff(), claim, key())).rejects.toMatchObject({
    code: 'late_claim_too_late',
  });
});

test('of what was sent already, a late claim takes back what the assistant owes', async () => {
  const work = await worked([127]);
  await payday.onboard(work.assistant);
  await payday.untilDue();
  await get(SendTransfers).run(payday.now);
  await get(MirrorBalance).run(payday.now);
  const claim = {
    weekId: work.weekId,
    ground: 'fraud',
    reason: WHY,
    lines: [{ entryId: work.entries[0]?.id ?? '', seconds: 2_400 }],
  } as const;
  const { value: dispute } = await get(OpenLateClaim).run(await staff(), claim, key());
  await get(AnswerDispute).run(work.assistant, dispute.id, WHY);
  await get(DecideDispute).run(
    await staff(),
    dispute.id,
    {
      lines: (await linesOf(dispute)).map(({ id }) => ({
        lineId: id,
        verdict: 'refund',
        ruleId: 'deceived',
        reason: WHY,
      })),
      carriedBy: 'assistant',
    },
    key(),
  );
  await passes(7);

  expect(await now(dispute)).toMatchObject({ state: 'final', outcome: 'refunded' });
  const [debt] = await payday.rows(`select amount_cents::int as cents from assistant_debt`);
  expect(debt).toEqual({ cents: 12_33 });
  await booksBalance();
});

test('one second is disputed once, and only what is there', async () => {
  const work = await worked([60]);
  await disputes(work, 40);
  await expect(disputes(work, 40)).rejects.toMatchObject({
    code: 'nothing_left_to_dispute',
    details: { leftSeconds: 1_200 },
  });
  await expect(disputes({ ...work, entries: [{ id: work.contractId, seconds: 1 }] })).rejects.toMatchObject({
    code: 'entry_not_in_week',
  });
  await disputes(work, 20);
  expect(await holds()).toBe(2);
  await booksBalance();
});

test('of two who dispute the same time at once, one is refused', async () => {
  const work = await worked([60]);
  const results = await Promise.allSettled([disputes(work), disputes(work)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await booksBalance();
});

test('the same request again finds the first dispute', async () => {
  const work = await worked([60]);
  const lines = [{ entryId: work.entries[0]?.id ?? '' }];
  const contested = { weekId: work.weekId, ground: 'not_worked', reason: WHY, lines, pauseContract: true } as const;
  const again = key();
  const first = await get(OpenDispute).run(work.client, contested, again);
  const second = await get(OpenDispute).run(work.client, contested, again);
  expect([first.repeated, second.repeated]).toEqual([false, true]);
  expect(second.value.id).toBe(first.value.id);
  const [contract] = await payday.rows(`select state from contract where id = $1`, [work.contractId]);
  expect(contract).toEqual({ state: 'paused' }); // The client asked for it.
});

test('both sides read one pack, frozen and hashed, and nobody changes it', async () => {
  const work = await worked([60, 67]);
  const dispute = await disputes(work);
  const pack = await get(EvidencePacks).of(work.client, dispute.id);
  expect(await get(EvidencePacks).of(work.assistant, dispute.id)).toEqual(pack);
  expect(await get(EvidencePacks).of(await staff(), dispute.id)).toEqual(pack);
  await expect(get(EvidencePacks).of(await payday.client('Harbor Books'), dispute.id)).rejects.toMatchObject({
    code: 'dispute_not_found',
  });
  expect(JSON.parse(pack.content)).toMatchObject({
    contract: { rateCents: 18_50, clientFeeBp: 1_000 },
    invoice: { lines: [{ seconds: 127 * MINUTE }] },
    dispute: { number: dispute.number },
  });
  expect((JSON.parse(pack.content) as { entries: object[] }).entries).toHaveLength(2);
  const { bytes } = await get(PrintEvidence).run(work.assistant, dispute.id);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  for (const said of [pack.sha256.slice(0, 16), WHY, 'Answered what customers asked']) expect(text).toContain(said);
  await expect(payday.platform.owner.query(`update evidence_pack set content = '{}'`)).rejects.toThrow('append-only');
});

test('what staff add is in the audit by its ids alone, and what the sides add is theirs', async () => {
  const work = await worked([60]);
  const dispute = await disputes(work);
  const dana = await staff();
  const file = { name: 'diary.txt', bytes: Buffer.from('the diary of that week'), text: 'Their diary of that week' };
  await get(AddStatement).run(work.assistant, dispute.id, 'The office was open all day');
  await get(AddFile).run(work.client, dispute.id, file);
  await get(AddStatement).run(dana, dispute.id, 'We have asked the office');
  await get(AddFile).run(dana, dispute.id, file);

  const [said, kept] = await payday.rows<{ id: string; fileId: string | null }>(
    `select id, file_id as "fileId" from dispute_statement where by_id = $1 order by id`,
    [dana.userId],
  );
  const told = await get(AuditTrail).of({ kind: 'dispute', id: dispute.id });
  expect(told).toMatchObject([
    {
      ...{ action: 'dispute.file_added', actorKind: 'staff', actorId: dana.userId },
      ...{ before: null, after: { statementId: kept?.id, fileId: kept?.fileId } },
    },
    {
      ...{ action: 'dispute.statement_added', actorKind: 'staff', actorId: dana.userId },
      ...{ before: null, after: { statementId: said?.id } },
    },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/diary|office/);
});

test('a question is answered by a correction that the client agrees to, before anything is disputed', async () => {
  const work = await worked([127]);
  const entryId = work.entries[0]?.id ?? '';
  const { value: query } = await get(AskAboutEntry).run(work.client, entryId, 'What was this time for, please?', key());
  await expect(get(AskAboutEntry).run(work.client, entryId, 'And what else was it for?', key())).rejects.toMatchObject({
    code: 'query_open_already',
  });

  await get(CorrectEntry).run(work.assistant, query.id, { answer: 'The timer ran over lunch', seconds: 40 * MINUTE });
  expect(await books()).toMatchObject({ refund: 0 });
  const agreed = await get(AgreeToCorrection).run(work.client, query.id);

  expect(agreed).toMatchObject({
    state: 'agreed',
    correctionAmountCents: { cents: 12_33 },
    correctionFeeCents: { cents: 1_24 },
  });
  expect(await books()).toMatchObject({ held: 26_83, fee: 2_68, refund: 12_33 + 1_24 });
  expect(await get(DisputableTime).entries(work.weekId)).toEqual([
    expect.objectContaining({ seconds: 7_620, leftSeconds: 5_220 }),
  ]);
  await booksBalance();
});
