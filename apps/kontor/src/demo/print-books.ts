import { invariants } from '@app/database';
import { Money } from '@app/kernel';

import type { Books, TrailRow } from './books.ts';

const usd = (cents: number) => Money.usd(cents).toString();
const when = (at: Date | string) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Who paid what, who got what, when and why, and whether it all adds up. */
export function printBooks(books: Books, trail: readonly TrailRow[], say: (line: string) => void): void {
  say('\nThe money trail (UTC; debits positive, credits negative)');
  for (const { at, kind, reason, postings } of trail)
    say(`  ${when(at)}  ${kind.padEnd(3)} ${reason}\n                         ${postings}`);

  say('\nWho paid');
  for (const invoice of books.invoices) {
    say(
      `  ${invoice.client}: ${usd(invoice.totalCents)} on invoice ${invoice.number} (${invoice.state}), ${usd(invoice.feeCents)} of it Kontor's fee`,
    );
    for (const line of invoice.lines)
      say(
        `    ${line.assistant}: ${line.minutes} min at ${usd(line.rateCents)}/h = ${usd(line.amountCents)}, fee ${usd(line.feeCents)}`,
      );
  }
  say('Who got it');
  for (const transfer of books.transfers)
    say(
      `  ${when(transfer.at)}  ${transfer.assistant}: ${usd(transfer.amountCents)} from ${transfer.client} (${transfer.stripeId})`,
    );
  for (const payout of books.payouts) {
    say(
      `  ${when(payout.arrivesAt)}  to the bank of ${payout.assistant}: ${usd(payout.amountCents)} (${payout.id}, ${payout.status})`,
    );
    for (const part of payout.byClient) say(`    ${usd(part.amountCents)} from ${part.client}`);
  }
  const stripeFees = books.charges.reduce((sum, charge) => sum + charge.stripeFeeCents, 0);
  const fees = books.invoices.reduce((sum, invoice) => sum + invoice.feeCents, 0);
  say(
    `  Kontor keeps ${usd(fees)} of fees less ${usd(stripeFees)} that Stripe takes; at Stripe lie ${usd(books.stripeBalance)}.`,
  );

  say('\nWhat must always hold');
  for (const { name, says } of invariants)
    say(`  ${books.violations[name]?.length === 0 ? 'holds ' : 'BROKEN'}  ${says}`);
  for (const [name, rows] of Object.entries(books.violations))
    for (const row of rows) say(`    ${name}: ${JSON.stringify(row)}`);
  say(
    `  ${books.ledger.journals} journals sum to ${usd(books.ledger.sum)}; our ledger says ${usd(books.ledger.stripeBalance)} at Stripe, Stripe says ${usd(books.stripeBalance)}.`,
  );
  say(books.booksBalance ? '\nThe books balance.' : '\nTHE BOOKS DO NOT BALANCE.');
}
