import type { ContractView } from '@app/wire/hiring';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { zoneName } from '../../ui/reader.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContractState } from './contract-state.tsx';
import { useHiringChanged } from './hiring.queries.ts';
import { priceOf } from './price.ts';

type ContractSide = 'client' | 'assistant';

interface ContractListProps {
  readonly contracts: readonly ContractView[];
  /** Whose page it is. */
  readonly side: ContractSide;
  /** What else there is to do with one. */
  actions?(contract: ContractView): ReactNode;
}

type Move = 'accept' | 'decline' | 'withdraw' | 'pause' | 'resume' | 'end';

const moves: Readonly<Record<Move, { readonly to: string; readonly isGrave: boolean }>> = {
  accept: { to: 'acceptance', isGrave: false },
  decline: { to: 'declination', isGrave: true },
  withdraw: { to: 'withdrawal', isGrave: true },
  pause: { to: 'pausing', isGrave: true },
  resume: { to: 'resumption', isGrave: false },
  end: { to: 'ending', isGrave: true },
};

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
  const { can } = contract;
  const other = side === 'client' ? contract.assistant : contract.client;
  const fullWeek = priceOf(contract.rateCents, contract.weeklyLimitMinutes, contract.clientFeeBp);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-4 first:pt-1 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-body">
          {other.name} <ContractState state={contract.state} />
        </h3>
        <p>{contract.title}</p>
        <p className="mt-1 text-fine text-ink-faint">
          {zoneName(other.zone)} · <Dates contract={contract} />
        </p>
        {contract.overcommitted === null ? null : (
          <p className="mt-2 border-l-4 border-waiting bg-waiting-wash px-3 py-1.5 text-fine">
            {t('warning', {
              wanted: formatAgreed(contract.weeklyLimitMinutes),
              name: contract.assistant.name,
              free: contract.overcommitted.freeMinutes > 0 ? formatAgreed(contract.overcommitted.freeMinutes) : 'none',
            })}
          </p>
        )}
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
          {can.pause ? (
            <Button size="small" onClick={() => onMove('pause')}>
              {t('move.pause.verb')}
            </Button>
          ) : null}
          {can.resume ? (
            <Button size="small" onClick={() => onMove('resume')}>
              {t('move.resume.verb')}
            </Button>
          ) : null}
          {can.end ? (
            <Button size="small" onClick={() => onMove('end')}>
              {t('move.end.verb')}
            </Button>
          ) : null}
          {can.withdraw ? (
            <Button size="small" onClick={() => onMove('withdraw')}>
              {t('move.withdraw.verb')}
            </Button>
          ) : null}
          {can.decline ? <Button onClick={() => onMove('decline')}>{t('move.decline.verb')}</Button> : null}
          {can.accept ? (
            <Button weight="strong" onClick={() => onMove('accept')}>
              {t('move.accept.verb')}
            </Button>
          ) : null}
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

interface MoveDialogProps {
  readonly contract: ContractView;
  readonly move: Move;
  readonly side: ContractSide;
  onClose(): void;
}

function MoveDialog({ contract, move, side, onClose }: MoveDialogProps) {
  const t = useTranslations('hiring');
  const say = useToast();
  const changed = useHiringChanged();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const other = side === 'client' ? contract.assistant : contract.client;
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send('POST', `/contracts/${contract.id}/${moves[move].to}`);
      await changed();
      say(t(`move.${move}.done`));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('moveTitle', { verb: t(`move.${move}.verb`), title: contract.title, name: other.name })}
      onClose={onClose}
    >
      {problem === null ? null : <ProblemNote error={problem} />}
      <p>{t(`move.${move}.question`)}</p>
      <DialogActions>
        <Button onClick={onClose}>{t('notNow')}</Button>
        <Button weight={moves[move].isGrave ? 'grave' : 'strong'} isBusy={isBusy} onClick={() => void confirm()}>
          {t(`move.${move}.verb`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
