import { Database } from '@app/database';
import type { DeliveredEvent } from '@app/delivery';
import type {
  DisputeAnswered,
  DisputeClosed,
  DisputeDeadlineNear,
  DisputeDecided,
  DisputeDecisionLate,
  DisputeReferred,
} from '@app/disputes';
import { Accounts, type Addressee, Businesses } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import {
  appealed,
  closed,
  deadlineNear,
  decided,
  decisionLate,
  type DisputeNamed,
  openedForAssistant,
  openedForClient,
  partOffered,
  referred,
} from './mails/disputes.ts';

interface Facts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly clientId: string;
  readonly client: string;
  readonly assistant: Addressee;
  readonly origin: string;
  readonly ground: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly disputedCents: number;
  readonly offeredCents: number | null;
  readonly refundedCents: number;
}

type Of<Payload> = DeliveredEvent<Payload & { readonly disputeId: string }>;
type Write = (of: readonly [named: DisputeNamed, path: string]) => Letter;

/** What happens to a dispute, to both sides of it. */
@Injectable()
export class DisputeLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
    private readonly accounts: Accounts,
  ) {}

  async opened({ payload }: Of<object>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    const by = facts.dueAt ?? facts.openedAt;
    return this.#toBoth(facts, {
      client: (of) => openedForClient(of, by),
      assistant: (of) => openedForAssistant(of, facts, by),
    });
  }

  /** Only of an offer: what is contested goes to staff, and that is told. */
  async answered({ payload }: DeliveredEvent<DisputeAnswered['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    if (payload.how !== 'offered') return [];
    const offered = Money.usd(facts.offeredCents ?? 0);
    const by = facts.dueAt ?? facts.openedAt;
    return this.#toBoth(facts, { client: (of) => partOffered(of, offered, by) });
  }

  async referred({ payload }: DeliveredEvent<DisputeReferred['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    const by = facts.dueAt ?? facts.openedAt;
    return this.#toAll(facts, (of) => referred(of, payload.why, by));
  }

  async decided({ payload }: DeliveredEvent<DisputeDecided['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    const [decision] = await this.db.reader.query<{ round: number; cents: number; appealUntil: Date | null }[]>(
      `select p.round, (p.refunded_amount_cents + p.refunded_fee_cents)::int as cents,
              case when d.state = 'decided' then d.due_at end as "appealUntil"
         from dispute_decision p join dispute d on d.id = p.dispute_id where p.id = $1`,
      [payload.decisionId],
    );
    if (!decision) throw new Error(`An event told of decision ${payload.decisionId}, which is not there`);
    const { round, cents, appealUntil } = decision;
    if (round === 1 && appealUntil === null) return []; // What became of it meanwhile is told by its own letter.
    return this.#toAll(facts, (of) => decided(of, Money.usd(cents), appealUntil));
  }

  async appealed({ payload }: Of<object>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    const by = facts.dueAt ?? facts.openedAt;
    return this.#toAll(facts, (of) => appealed(of, by));
  }

  async closed({ payload }: DeliveredEvent<DisputeClosed['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    return this.#toAll(facts, (of) => closed(of, payload.outcome, Money.usd(facts.refundedCents)));
  }

  async deadlineNear({ payload }: DeliveredEvent<DisputeDeadlineNear['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    const by = new Date(payload.dueAt);
    return this.#toAll(facts, (of) => deadlineNear(of, payload.state, by));
  }

  /** To everybody on the staff. */
  async decisionLate({ payload }: DeliveredEvent<DisputeDecisionLate['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.disputeId);
    const granted = await this.db.reader.query<{ id: string }[]>(
      `select account_id as id from staff_grant where revoked_at is null`,
    );
    const staff = await this.accounts.addressees(granted.map(({ id }) => id));
    const letter = decisionLate([namedIn(facts), `/staff/disputes/${facts.id}`], new Date(payload.dueAt));
    return [...staff.values()].map((to) => ({ about: to.id, to, letter }));
  }

  #toAll(facts: Facts, write: Write): Promise<AddressedLetter[]> {
    return this.#toBoth(facts, { client: write, assistant: write });
  }

  async #toBoth(facts: Facts, write: { client?: Write; assistant?: Write }): Promise<AddressedLetter[]> {
    const named = namedIn(facts);
    const letters: AddressedLetter[] = [];
    if (write.client) {
      const people = (await this.businesses.addressees([facts.clientId], 'approver')).get(facts.clientId) ?? [];
      const letter = write.client([named, `/hire/disputes/${facts.id}`]);
      for (const to of people) letters.push({ about: to.id, to, letter });
    }
    if (write.assistant) {
      const to = facts.assistant;
      const letter = write.assistant([named, `/assist/disputes/${facts.id}`]);
      letters.push({ about: `${to.id}/assistant`, to, letter });
    }
    return letters;
  }

  async #facts(disputeId: string): Promise<Facts> {
    const [facts] = await this.db.reader.query<Facts[]>(
      `select d.id, d.number, c.title, d.client_id as "clientId", b.name as client, d.origin, d.ground,
              d.opened_at as "openedAt", d.due_at as "dueAt",
              json_build_object('id', a.id, 'name', a.name, 'zone', a.zone, 'email', a.email, 'language', a.language) as assistant,
              (select sum(s.amount_cents + s.fee_cents)::int from dispute_share s where s.dispute_id = d.id) as "disputedCents",
              (select (o.amount_cents + o.fee_cents)::int from dispute_offer o where o.dispute_id = d.id) as "offeredCents",
              (select coalesce(sum(s.refunded_amount_cents + s.refunded_fee_cents), 0)::int
                 from dispute_share s where s.dispute_id = d.id) as "refundedCents"
         from dispute d join contract c on c.id = d.contract_id join business b on b.id = d.client_id
         join account a on a.id = d.assistant_id
        where d.id = $1`,
      [disputeId],
    );
    if (!facts) throw new Error(`An event told of dispute ${disputeId}, which is not there`);
    return facts;
  }
}

function namedIn({ number, client, assistant, title, disputedCents }: Facts): DisputeNamed {
  return { number, client, assistant: assistant.name, title, disputed: Money.usd(disputedCents) };
}
