import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { Earning } from '../earning.entity.ts';
import { Earnings } from '../earnings.repository.ts';
import { EARNINGS_PAID } from '../earning.queries.ts';
import { Invoice } from '../invoice.entity.ts';
import { AssistantDebt } from './assistant-debt.entity.ts';
import { CreditNote } from './credit-note.entity.ts';
import { EndHold } from './end-hold.ts';
import { GivenBack } from './give-back.entity.ts';
import { gaveBack } from './giving-back.events.ts';
import { creditNoteIssued, refundOfSent, refundOfUnsent, tooSmallToCharge } from './giving-back.journals.ts';
import { PlaceHold } from './place-hold.ts';
import { Refund } from './refund.entity.ts';

export type Outcome = 'credit_note' | 'refund' | 'after_charge';

/** Stripe refuses to charge less. */
const SMALLEST_CHARGE = Money.usd(50);

/** What a decision does to the books, as soon as the invoice is not being charged. The invoice's row is locked. */
@Injectable()
export class ApplyGiveBack {
  constructor(
    private readonly ledger: Ledger,
    private readonly earnings: Earnings,
    private readonly placeHold: PlaceHold,
    private readonly endHold: EndHold,
    private readonly events: Events,
  ) {}

  async run(tx: Tx, given: GivenBack, invoice: Invoice, now: Date): Promise<Outcome> {
    const outcome = outcomeFor(given, invoice);
    if (outcome === 'after_charge') return this.wait(tx, given, now);
    if (outcome === 'credit_note') await this.credit(tx, given, invoice, now);
    else await this.refund(tx, given, invoice, now);
    await this.events.tell(tx, gaveBack(given, outcome));
    return outcome;
  }

  /** What is not captured is not touched while it is decided; if it is the assistant's to give, it stays where it is. */
  private async wait(tx: Tx, { id, earningId, carriedBy }: GivenBack, now: Date): Promise<Outcome> {
    if (carriedBy === 'assistant')
      await this.placeHold.run(
        tx,
        { earningId, cause: { kind: 'give_back', id }, reasonCode: 'charge_under_way' },
        now,
      );
    return 'after_charge';
  }

  private async credit(tx: Tx, given: GivenBack, invoice: Invoice, now: Date): Promise<void> {
    const note = Object.assign(new CreditNote(), {
      ...{ id: randomUUIDv7(), invoiceId: invoice.id, clientId: invoice.clientId, issuedAt: now },
      ...{ amountCents: given.amountCents, feeCents: given.feeCents },
    });
    await tx.insert(CreditNote, note);
    await this.ledger.post(tx, creditNoteIssued(note, given, now));
    await this.cancel(tx, given.earningId, 'held', now);
    given.apply(note.id, now);
    await tx.save(given);
    await this.owedLess(tx, invoice, given.total, now);
  }

  private async owedLess(tx: Tx, invoice: Invoice, less: Money, now: Date): Promise<void> {
    const left = invoice.owed.minus(less);
    const tooSmall = left.cents > 0 && left.cents < SMALLEST_CHARGE.cents;
    invoice.credit(less, now);
    if (tooSmall) {
      await this.ledger.post(tx, tooSmallToCharge(invoice, left, now));
      invoice.voidAsTooSmall(now);
      await tx.query(EARNINGS_PAID, [invoice.id, now]);
    }
    await tx.save(invoice);
  }

  private async refund(tx: Tx, given: GivenBack, invoice: Invoice, now: Date): Promise<void> {
    const { id, invoiceId, clientId, total: amountCents } = given;
    const chargeId = invoice.chargeId;
    if (chargeId === null) throw new Error(`Invoice ${invoice.number} is paid without a charge`);
    given.apply(null, now);
    await tx.save(given);
    const waitsFor = await this.carry(tx, given, now);
    await tx.insert(
      Refund,
      Refund.due({ id, giveBackId: id, invoiceId, clientId, chargeId, amountCents, waitsFor }, now),
    );
  }

  /** Whoever bears it does so now. What the refund has to wait for. */
  private async carry(tx: Tx, given: GivenBack, now: Date): Promise<Refund['waitsFor']> {
    if (given.carriedBy === 'platform') {
      await this.ledger.post(tx, refundOfSent(given, now));
      await this.endHold.run(tx, { earningId: given.earningId, cause: { kind: 'give_back', id: given.id } }, now);
      return null;
    }
    const { state } = await tx.findOneByOrFail(Earning, { id: given.earningId });
    if (state === 'held' || state === 'due' || state === 'blocked') {
      await this.ledger.post(tx, refundOfUnsent(given, state === 'held' ? 'earnings_held' : 'earnings_due', now));
      await this.cancel(tx, given.earningId, state, now);
      return null;
    }
    await this.ledger.post(tx, refundOfSent(given, now));
    const {
      assistantId,
      clientId,
      invoiceId,
      lineId,
      earningId,
      causeKind,
      causeId,
      id: giveBackId,
      amountCents,
    } = given;
    const whose = { assistantId, clientId, invoiceId, lineId, earningId };
    await tx.insert(AssistantDebt, AssistantDebt.open({ ...whose, causeKind, causeId, giveBackId, amountCents }, now));
    return given.onlyAsFunded ? 'funds' : 'reversal';
  }

  private async cancel(tx: Tx, earningId: string, from: 'held' | 'due' | 'blocked', now: Date): Promise<void> {
    await this.endHold.ofEarning(tx, earningId, now);
    await this.earnings.move(tx, [earningId], { from, to: 'cancelled' }, now);
  }
}

/** Kontor's share of the blame never makes the client's charge smaller: the assistant is paid out of it. */
function outcomeFor({ carriedBy }: GivenBack, { state }: Invoice): Outcome {
  if (state === 'paid') return 'refund';
  if (state === 'charging' || state === 'uncollectible' || carriedBy === 'platform') return 'after_charge';
  return 'credit_note';
}
