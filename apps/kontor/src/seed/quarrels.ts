import type { AssistantPerson } from '../world/assistant-person.ts';
import type { ClientPerson } from '../world/client-person.ts';
import type { World } from '../world/world.ts';
import { DemoStaff } from './demo-staff.ts';
import { type ContestedQuarrel, quarrels, type SeededQuarrel } from './market.ts';

const DAY_MS = 24 * 3_600_000;
const EVENING_HOUR = 19;

interface People {
  readonly hirers: readonly ClientPerson[];
  readonly helpers: ReadonlyMap<string, AssistantPerson>;
}

interface WeekInReview {
  readonly id: string;
  readonly start: string;
  readonly review: string | null;
  readonly assistant: { readonly id: string };
}

/**
 * What the market's people do not agree about when it opens: one dispute is decided, one waits for staff, and one for
 * its assistant to answer. All of it happens on the last two evenings of work, when last week is in review.
 */
export class Quarrels {
  readonly #evenings: readonly [Date, Date];
  #undecided = '';

  constructor(
    private readonly world: World,
    private readonly people: People,
    until: Date,
  ) {
    this.#evenings = lastEvenings(until);
  }

  /** What is to happen on this evening of work, if anything. */
  async on(evening: Date): Promise<void> {
    const [before, last] = this.#evenings.map((each) => each.getTime());
    if (evening.getTime() === before) this.#undecided = await this.#comesToStaff(quarrels.decided);
    if (evening.getTime() !== last) return;
    await this.#isDecided(this.#undecided);
    await this.#comesToStaff(quarrels.toDecide);
    await this.#begins(quarrels.toAnswer);
  }

  async #begins({ client: name, assistant, minutes, reason }: SeededQuarrel): Promise<string> {
    const client = this.#client(name);
    await client.signsIn();
    const { id: assistantId } = this.#assistant(assistant);
    const weeks = await client.get<WeekInReview[]>('/weeks?which=past');
    const week = weeks
      .filter((each) => each.assistant.id === assistantId && each.review === 'pending')
      .toSorted((a, b) => b.start.localeCompare(a.start))[0];
    if (!week) throw new Error(`${name} has no week of ${assistant} to review`);
    const { entries } = await client.get<{ entries: { id: string }[] }>(`/weeks/${week.id}`);
    return client.disputes(week.id, entries[0]?.id ?? '', { minutes, reason });
  }

  /** The assistant offers a part, and the client does not take it. */
  async #comesToStaff(quarrel: ContestedQuarrel): Promise<string> {
    const id = await this.#begins(quarrel);
    await this.#assistant(quarrel.assistant).offersPart(id, quarrel.offers, quarrel.answer);
    await this.#client(quarrel.client).post(`/disputes/${id}/offer/declination`);
    return id;
  }

  async #isDecided(id: string): Promise<void> {
    const staff = new DemoStaff(this.world);
    await staff.joins();
    const { lines } = await staff.get<{ lines: { id: string }[] }>(`/staff/disputes/${id}`);
    const { refundMinutes, reason } = quarrels.decided.decision;
    const said = { verdict: 'split', refundSeconds: refundMinutes * 60, ruleId: 'partly_shown', reason } as const;
    await staff.decides(
      id,
      lines.map((line) => ({ lineId: line.id, ...said })),
    );
  }

  #client(name: string): ClientPerson {
    return known(
      this.people.hirers.find((each) => each.name === name),
      name,
    );
  }

  #assistant(name: string): AssistantPerson {
    return known(this.people.helpers.get(name), name);
  }
}

/** The evening of a working day, on which everybody writes down what they did. */
export function eveningOf(day: Date): Date {
  return new Date(new Date(`${day.toISOString().slice(0, 10)}T00:00:00Z`).getTime() + EVENING_HOUR * 3_600_000);
}

function lastEvenings(until: Date): [Date, Date] {
  const found: Date[] = [];
  for (let evening = eveningOf(until); found.length < 2; evening = new Date(evening.getTime() - DAY_MS)) {
    const isWorkday = evening.getUTCDay() % 6 !== 0;
    if (isWorkday && evening <= until) found.unshift(evening);
  }
  return found as [Date, Date];
}

function known<T>(person: T | undefined, name: string): T {
  if (person === undefined) throw new Error(`${name} is nobody of the market`);
  return person;
}
