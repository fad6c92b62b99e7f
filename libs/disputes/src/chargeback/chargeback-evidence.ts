import { Database } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Chargeback } from './chargeback.entity.ts';
import { ChargebackNotFound } from './chargeback.errors.ts';
import type { EvidenceTexts } from './chargeback-answer.entity.ts';
import { ENTRIES, FACTS, LINES } from './chargeback-evidence.queries.ts';

export interface EvidencedInvoice {
  readonly number: string;
  readonly business: string;
  readonly clientEmail: string;
  readonly clientName: string;
  readonly zone: string;
  readonly weekStart: Date;
  readonly weekEnd: Date;
  readonly issuedAt: Date;
  readonly paidAt: Date | null;
  readonly totalCents: number;
}

export interface EvidencedLine {
  readonly id: string;
  readonly title: string;
  readonly assistant: string;
  readonly minutes: number | null;
  readonly rateCents: number | null;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly acceptedAt: Date | null;
  /** Whether the client approved the week in so many words, or by silence. */
  readonly accepted: 'approved' | 'accepted_by_silence' | null;
  readonly offeredAt: Date;
  readonly startedAt: Date | null;
}

export interface EvidencedEntry {
  readonly lineId: string;
  readonly start: Date;
  readonly end: Date;
  readonly note: string;
}

/** What Kontor can show a bank: who agreed to what, what was worked, and that the client let it stand. */
export interface ChargebackPack {
  readonly invoice: EvidencedInvoice;
  readonly lines: readonly EvidencedLine[];
  readonly entries: readonly EvidencedEntry[];
}

const MOST_LETTERS = 20_000;

/** Gathers the evidence of the lines that a chargeback touches. */
@Injectable()
export class ChargebackEvidence {
  constructor(private readonly db: Database) {}

  /** Throws `ChargebackNotFound`. */
  async gather(chargebackId: string): Promise<ChargebackPack> {
    const chargeback = await this.db.reader.findOneBy(Chargeback, { id: chargebackId });
    if (!chargeback) throw new ChargebackNotFound(chargebackId);
    const { invoiceId } = chargeback;
    const [invoice] = await this.db.reader.query<[EvidencedInvoice]>(FACTS, [invoiceId]);
    const lines = await this.db.reader.query<EvidencedLine[]>(LINES, [invoiceId, chargebackId]);
    const entries = await this.db.reader.query<EvidencedEntry[]>(ENTRIES, [lines.map(({ id }) => id)]);
    return { invoice, lines, entries };
  }

  /** The texts that Stripe passes on, from the same facts. Staff may change them before they are handed in. */
  textsOf({ invoice, lines, entries }: ChargebackPack): EvidenceTexts {
    const { business, clientName, clientEmail, weekStart, weekEnd, issuedAt, paidAt, number } = invoice;
    const day = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: invoice.zone }).format(at);
    const last = new Date(weekEnd.getTime() - 1);
    const agreed = lines.map(
      ({ title, assistant, minutes, rateCents, amountCents, accepted, acceptedAt }) =>
        `${assistant} worked for ${business} under the contract "${title}"` +
        (minutes !== null && rateCents !== null
          ? `: ${minutes} minutes at ${Money.usd(rateCents).toString()} an hour, ${Money.usd(amountCents).toString()}. `
          : `: a bonus of ${Money.usd(amountCents).toString()}. `) +
        (accepted === null
          ? 'The client has not objected.'
          : `The client ${accepted === 'approved' ? 'approved' : 'accepted, by raising no objection during the review,'} the hours${acceptedAt ? ` on ${day(acceptedAt)}` : ''}.`),
    );
    const logged = entries.map(
      ({ start, end, note }) => `${start.toISOString()} to ${end.toISOString()}: ${note.replaceAll(/\s+/g, ' ')}`,
    );
    const summary = [
      `Invoice ${number}, issued ${day(issuedAt)}${paidAt ? `, paid ${day(paidAt)}` : ''} with the card that ${clientName} saved for ${business}.`,
      ...agreed,
      'Time logged, each entry with its note, visible to the client as it was logged:',
      ...logged,
    ];
    return {
      customer_name: clientName,
      customer_email_address: clientEmail,
      product_description: `Work by the hour of virtual assistants, hired by ${business} on Kontor and billed by the week.`,
      service_date: `${day(weekStart)} to ${day(last)}`,
      refund_policy_disclosure:
        'Before a client hires, Kontor shows that each week can be reviewed, queried and disputed line by line until its review ends, and that silence accepts it.',
      uncategorized_text: summary.join('\n').slice(0, MOST_LETTERS),
    };
  }
}
