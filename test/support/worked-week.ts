import { Client } from 'pg';

import { AssistantPerson } from '../../apps/kontor/src/world/assistant-person.ts';
import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from './story-world.ts';

export const MONDAY = '2026-03-02';
const DAY_MS = 24 * 3_600_000;
/** When those who work in it meet: the Friday before. */
export const BEFORE_THE_WEEK = new Date(new Date(`${MONDAY}T09:00:00Z`).getTime() - 3 * DAY_MS);

interface Terms {
  readonly card?: string;
  readonly worked?: string;
  readonly rate?: string;
  readonly hours?: number;
}

interface InvoiceRow {
  id: string;
  state: string;
  chargeId: string | null;
  paymentIntentId: string | null;
}

/** One client, one assistant, and 187 minutes at $18.50: an invoice of $57.66 and a fee of $5.77, not charged yet. */
export class WorkedWeek {
  private constructor(
    readonly world: World,
    readonly ingrid: ClientPerson,
    readonly beatriz: AssistantPerson,
    readonly contract: string,
  ) {}

  static async begin(terms: Terms = {}): Promise<WorkedWeek> {
    return WorkedWeek.in(await storyWorld(BEFORE_THE_WEEK), terms);
  }

  /** The same in a world that has just begun, before the week. */
  static async in(
    world: World,
    { card = '4242424242424242', worked = 'tue 9:00-12:07', rate = '18.50', hours = 15 }: Terms = {},
  ): Promise<WorkedWeek> {
    const beatriz = new AssistantPerson(world, 'Beatriz Almeida', 'Europe/Lisbon');
    await beatriz.offersHelp({
      headline: 'Inboxes empty',
      country: 'PT',
      rate,
      hours: 40,
      specialties: [{ code: 'email_calendar', level: 3 }],
      tools: ['gmail'],
    });
    await beatriz.connectsBank();
    const ingrid = new ClientPerson(world, 'Ingrid Solheim', { name: 'Fjordlys', country: 'NO', zone: 'Europe/Oslo' });
    await ingrid.opensShop();
    await ingrid.savesCard(card);
    const contract = await ingrid.hires(beatriz, { at: rate, hours });
    await world.time.passesTo(at('tue 18:00', MONDAY, 'Europe/Lisbon'));
    await beatriz.logs(contract, worked, 'Answered customer e-mail', MONDAY);
    return new WorkedWeek(world, ingrid, beatriz, contract);
  }

  /** Monday noon in Oslo: the week is frozen, invoiced and charged. */
  async charged(): Promise<Date> {
    const noon = at('mon 12:00', '2026-03-09', 'Europe/Oslo');
    await this.world.time.passesTo(noon);
    return noon;
  }

  /** The platform pays for clients who do not, and has since before the week began: no staff can say so any more. */
  async guaranteed(): Promise<void> {
    const owner = new Client({ connectionString: this.world.config.env.DATABASE_URL });
    await owner.connect();
    await owner.query(`insert into unpaid_policy values ('2026-01-01Z', 'platform_guarantees', 30)`);
    await owner.end();
  }

  /** From now on the saved card does as told. */
  async cardNow(outcome: string): Promise<void> {
    const [card] = await this.rows<{ id: string }>(
      `select payment_method_id as id from saved_card order by saved_at desc limit 1`,
    );
    await this.world.stripe.control.setCardOutcome(card?.id ?? '', outcome);
  }

  async invoice(): Promise<InvoiceRow> {
    const [row] = await this.rows<InvoiceRow>(
      `select id, state, charge_id as "chargeId", payment_intent_id as "paymentIntentId" from invoice`,
    );
    if (!row) throw new Error('nothing is invoiced yet');
    return row;
  }

  async earning<T extends object>(): Promise<T> {
    const [earning] = await this.beatriz.get<T[]>('/earnings');
    if (!earning) throw new Error('nothing is earned yet');
    return earning;
  }

  /** Cents of an account, debits positive. */
  async balance(account: string): Promise<number> {
    const [sum] = await this.rows<{ cents: string }>(
      `select coalesce(sum(amount_cents), 0) as cents from posting where account = $1`,
      [account],
    );
    return Number(sum?.cents);
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.world.database.query<Row[]>(sql, values);
  }

  /** What breaks an invariant, with everything that happened done with; nothing, when all is well. */
  async violations(): Promise<object> {
    const found = await this.world.violations();
    return Object.fromEntries(Object.entries(found).filter(([, rows]) => rows.length > 0));
  }
}
