import type { ContractView } from '@app/wire/hiring';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { zoneName } from '../../ui/reader.tsx';
import { type ContractSide, type Move, MoveButtons, MoveDialog } from './contract-moves.tsx';
import { ContractState } from './contract-state.tsx';
import { Overcommitted } from './overcommitted.tsx';
import { priceOf } from './price.ts';

interface ContractListProps {
  readonly contracts: readonly ContractView[];
  /** Whose page it is. */
  readonly side: ContractSide;
  /** What else there is to do with one. */
  actions?(contract: ContractView): ReactNode;
}

export function ContractList({ contracts, side, actions }: ContractListProps) {
  const [asking, setAsking] = useState<{ contract: ContractView; move: Move } | null>(null);
  return (
    <>
      <ul>
        {contracts.map((contract) => (
          <ContractRow
            key={contract.id}
            contract={contract}
            side={side}
            actions={actions?.(contract)}
            onMove={(move) => setAsking({ contract, move })}
          />
        ))}
      </ul>
      {asking ? <MoveDialog {...asking} side={side} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

interface ContractRowProps {
  readonly contract: ContractView;
  readonly side: ContractSide;
  readonly actions: ReactNode;
  onMove(move: Move): void;
}

function ContractRow({ contract, side, actions, onMove }: ContractRowProps) {
  const t = useTranslations('hiring');
  const other = side === 'client' ? contract.assistant : contract.client;
  const fullWeek = priceOf(contract.rateCents, contract.weeklyLimitMinutes, contract.clientFeeBp);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-4 first:pt-1 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-body">
          {other.name} <ContractState state={contract.state} />
        </h3>
        <p>
          <Link href={`${side === 'client' ? '/hire' : '/assist'}/contracts/${contract.id}`}>{contract.title}</Link>
        </p>
        <p className="mt-1 text-fine text-ink-faint">
          {zoneName(other.zone)} · <Dates contract={contract} />
        </p>
        <Overcommitted contract={contract} />
      </div>
      <div className="grid content-start gap-2 md:justify-items-end">
        <p className="md:text-right">
          <Amount cents={contract.rateCents} isRate className="text-lead font-semibold" />
          {side === 'client' ? (
            <span className="text-ink-soft">
              {t.rich('rateAllIn', { amount: () => <Amount cents={contract.allInRateCents} /> })}
            </span>
          ) : null}
          <span className="block text-fine text-ink-faint">
            {t.rich(side === 'client' ? 'limitClient' : 'limitAssistant', {
              hours: formatAgreed(contract.weeklyLimitMinutes),
              amount: () => <Amount cents={side === 'client' ? fullWeek.totalCents : fullWeek.worthCents} />,
            })}
          </span>
        </p>
        {contract.state === 'paused' ? <p className="text-fine text-waiting">{t(`pausedFor.${side}`)}</p> : null}
        <div className="flex flex-wrap gap-2">
          {actions}
          <MoveButtons contract={contract} onMove={onMove} />
        </div>
      </div>
    </li>
  );
}

function Dates({ contract }: { readonly contract: ContractView }) {
  const t = useTranslations('hiring');
  const { state, offeredAt, offerExpiresAt, startedAt, endedAt } = contract;
  if (state === 'offered') return t.rich('standsUntil', { date: () => <Instant at={offerExpiresAt} isEnd /> });
  if (startedAt === null) return t.rich('offered', { date: () => <Instant at={offeredAt} as="date" /> });
  if (endedAt === null) return t.rich('since', { date: () => <Instant at={startedAt} as="date" /> });
  return t.rich('sinceUntil', {
    from: () => <Instant at={startedAt} as="date" />,
    to: () => <Instant at={endedAt} as="date" />,
  });
}
