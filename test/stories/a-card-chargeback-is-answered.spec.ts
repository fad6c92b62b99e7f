import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { WorkedWeek } from '../support/worked-week.ts';

interface Chargeback {
  id: string;
  state: string;
  dueBy: string;
  lines: { lineId: string; amountCents: number; feeCents: number; heldUntil: string | null }[];
  answers: { kind: string; state: string }[];
  can: { submit: boolean; accept: boolean; chooseLines: boolean; resumeWork: boolean };
}

let week: WorkedWeek;
let greta: StaffPerson;
let chargebackId: string;
let disputeId: string;

beforeEach(async () => {
  week = await WorkedWeek.begin();
  greta = new StaffPerson(week.world, 'Greta Lind', 'Europe/Stockholm');
  await week.world.stripe.control.topUp(200_00);
  await week.charged();
  await week.world.time.passes('1 day');
  await greta.joins();
  const { id } = await week.world.stripe.control.dispute((await week.invoice()).chargeId ?? '', {
    reason: 'product_not_received',
  });
  disputeId = id;
  await week.world.time.quiet();
  const [first] = await greta.get<Chargeback[]>('/staff/chargebacks');
  chargebackId = first?.id ?? '';
}, 120_000);
afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('chargeback_held')).toBe(0);
  } finally {
    await week.world.end();
  }
});

const shown = () => greta.get<Chargeback>(`/staff/chargebacks/${chargebackId}`);

test('evidence is gathered from contract, time and approval, handed in once with its PDF, and wins', async () => {
  expect(await week.world.mailTo(greta.email)).toContainEqual(expect.stringMatching(/^Chargeback of \$63\.43/));
  const { texts } = await greta.get<{ texts: Record<string, string> }>(`/staff/chargebacks/${chargebackId}/evidence`);
  expect(texts.uncategorized_text).toContain('187 minutes at $18.50 an hour, $57.66');
  expect(texts.uncategorized_text).toContain('Answered customer e-mail');
  expect(texts).toMatchObject({ customer_name: 'Ingrid Solheim', service_date: '2026-03-02 to 2026-03-08' });

  const winning = { texts: { uncategorized_text: 'winning_evidence' } }; // What makes the local Stripe decide for us.
  const answered = await greta.post<Chargeback>(`/staff/chargebacks/${chargebackId}/evidence`, winning);
  expect(answered).toMatchObject({
    state: 'under_review',
    answers: [{ kind: 'evidence', state: 'given' }],
    can: { submit: false, accept: false },
  });
  await expect(greta.post(`/staff/chargebacks/${chargebackId}/evidence`, winning)).rejects.toMatchObject({
    problem: { code: 'chargeback_not_open' },
  });
  const sent = await week.world.stripe.control.requests({ method: 'POST', path: '/v1/files$' });
  expect(sent).toHaveLength(1);

  await week.world.time.passes('8 days');
  expect(await shown()).toMatchObject({ state: 'won' });
  expect(await week.balance('platform_losses')).toBe(0);
  expect(await week.rows(`select action from audit_entry where subject_id = $1`, [chargebackId])).toEqual([
    { action: 'chargeback.evidence_submitted' },
  ]);
}, 120_000);

test('staff who say nothing are reminded; accepted, it is lost at the cost of the platform, and work waits for their word', async () => {
  await week.world.time.passes('18 days');
  const reminders = (await week.world.mailTo(greta.email)).filter((subject) => subject.startsWith('Chargeback of'));
  expect(reminders).toHaveLength(2);
  await greta.stepsUp();

  const lost = await greta.post<Chargeback>(`/staff/chargebacks/${chargebackId}/acceptance`, {
    reason: 'The client did not order this week.',
  });
  expect(lost).toMatchObject({ state: 'lost', can: { resumeWork: true } });
  await week.world.time.quiet();
  expect(await week.balance('platform_losses')).toBe(57_66);
  await week.beatriz.signsIn();
  const works = () => week.beatriz.startsTimer(week.contract, 'Answers what customers ask');
  await expect(works()).rejects.toMatchObject({ problem: { code: 'billing_hold' } });

  await greta.post(`/staff/chargebacks/${chargebackId}/resumption`, { reason: 'The client paid us by wire.' });
  await works();
  await week.world.time.passes('10 minutes');
  await week.beatriz.stopsTimer();
}, 120_000);

test('lines are chosen only as they make up the chargeback', async () => {
  const { lines } = await shown();
  const [line] = lines;
  expect(line).toMatchObject({ amountCents: 57_66, feeCents: 5_77, heldUntil: expect.any(String) });
  const choose = (cents: number) =>
    greta.put<Chargeback>(`/staff/chargebacks/${chargebackId}/lines`, {
      lines: [{ lineId: line?.lineId, cents }],
      reason: 'The bank names this assistant.',
    });
  await expect(choose(10_00)).rejects.toMatchObject({ problem: { code: 'chargeback_lines_do_not_fit' } });
  expect((await choose(63_43)).lines).toMatchObject([{ amountCents: 57_66, feeCents: 5_77 }]);

  await week.world.stripe.control.loseDispute(disputeId);
  await week.world.time.quiet();
  expect(await shown()).toMatchObject({ state: 'lost', lostCents: 57_66 });
}, 120_000);
