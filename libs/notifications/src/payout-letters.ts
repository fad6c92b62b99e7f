import { Database } from '@app/database';
import { Accounts } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { payoutFailed, payoutPaid } from './mails/payouts.ts';

interface Row {
  readonly assistantId: string;
  readonly amountCents: number;
  readonly byClient: readonly { readonly name: string; readonly cents: number }[];
}

/** Money that has arrived in an assistant's bank, and money that a bank did not take. */
@Injectable()
export class PayoutLetters {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
  ) {}

  async ended(payoutId: string, how: 'paid' | 'failed'): Promise<AddressedLetter[]> {
    const [row] = await this.db.reader.query<Row[]>(
      `select p.assistant_id as "assistantId", p.amount_cents::int as "amountCents",
              coalesce((select jsonb_agg(jsonb_build_object('name', part.name, 'cents', part.cents) order by part.cents desc, part.name)
                          from (select b.name, sum(i.amount_cents)::int as cents
                                  from bank_payout_item i join business b on b.id = i.client_id
                                 where i.payout_id = p.id group by b.id) part), '[]') as "byClient"
         from bank_payout p where p.id = $1`,
      [payoutId],
    );
    const to = row && (await this.accounts.addressees([row.assistantId])).get(row.assistantId);
    if (!row || !to) return [];
    const amount = Money.usd(row.amountCents);
    const parts = row.byClient.map(({ name, cents }) => ({ client: name, amount: Money.usd(cents) }));
    // Parts of which some had left before would sum to more than was paid.
    const divided = Money.sum(parts.map((part) => part.amount)).cents === amount.cents ? parts : [];
    return [{ about: to.id, to, letter: how === 'paid' ? payoutPaid(amount, divided) : payoutFailed(amount) }];
  }
}
