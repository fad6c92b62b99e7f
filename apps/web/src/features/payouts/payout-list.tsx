import type { PayoutView } from '@app/wire/payouts';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State, type Tone } from '../../ui/state.tsx';

const tones: Readonly<Record<PayoutView['status'], Tone>> = {
  pending: 'waiting',
  in_transit: 'waiting',
  paid: 'settled',
  failed: 'fault',
  canceled: 'idle',
};

/** One payout to the bank after the other, each split by the clients whose money it is. */
export function PayoutList({ payouts }: { readonly payouts: readonly PayoutView[] }) {
  const t = useTranslations('payouts');
  return (
    <ol>
      {payouts.map((payout) => {
        return (
          <li key={payout.id} className="border-b border-rule py-4 first:pt-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h3 className="flex items-center gap-3 text-body">
                <Instant at={payout.arrivesAt} as="day" />{' '}
                <State tone={tones[payout.status]}>{t(`status.${payout.status}`)}</State>
              </h3>
              <Amount cents={payout.amountCents} className="text-lead font-bold" />
            </div>
            <p className="text-fine text-ink-faint">{t(`says.${payout.status}`)}</p>
            {payout.byHand ? <p className="text-fine text-ink-faint">{t('byHand')}</p> : null}
            <SplitBand payout={payout} />
            <dl className="mt-2 grid gap-1">
              {payout.byClient.map(({ client, amountCents }, place) => (
                <div key={client.id} className="flex items-baseline justify-between gap-4">
                  <dt className="flex min-w-0 items-baseline gap-2">
                    <span
                      aria-hidden="true"
                      className={`size-2.5 flex-none border border-ink ${fills[place % fills.length]}`}
                    />
                    <span className="truncate">{client.name}</span>
                  </dt>
                  <dd>
                    <Amount cents={amountCents} />
                  </dd>
                </div>
              ))}
              <Undivided payout={payout} />
            </dl>
          </li>
        );
      })}
    </ol>
  );
}

/** What is left between the clients' parts and the whole; nothing where no parts are told at all. */
function Undivided({ payout: { byClient, undividedCents } }: { readonly payout: PayoutView }) {
  const t = useTranslations('payouts');
  if (byClient.length === 0 || undividedCents === 0) return null;
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{t(undividedCents > 0 ? 'undivided.more' : 'undivided.less')}</dt>
      <dd>
        <Amount cents={undividedCents} />
      </dd>
    </div>
  );
}

const fills = ['bg-ink', 'bg-wet', 'bg-settled', 'bg-waiting', 'bg-band', 'bg-ink-faint'];

function SplitBand({ payout }: { readonly payout: PayoutView }) {
  const sum = payout.byClient.reduce((total, { amountCents }) => total + Math.max(0, amountCents), 0);
  if (sum === 0 || payout.byClient.length < 2) return null;
  return (
    <div aria-hidden="true" className="mt-2 flex h-3 border border-ink">
      {payout.byClient.map(({ client, amountCents }, place) => (
        <span
          key={client.id}
          className={fills[place % fills.length]}
          style={{ width: `${(100 * Math.max(0, amountCents)) / sum}%` }}
        />
      ))}
    </div>
  );
}
