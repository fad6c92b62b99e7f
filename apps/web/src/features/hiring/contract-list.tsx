import type { ContractView } from '@app/wire/hiring';
import { useState } from 'react';

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
}

interface Move {
  readonly to: 'acceptance' | 'declination' | 'withdrawal' | 'ending';
  readonly verb: string;
  readonly done: string;
  readonly question: string;
  readonly isGrave: boolean;
}

const moves: Readonly<Record<'accept' | 'decline' | 'withdraw' | 'end', Move>> = {
  accept: {
    to: 'acceptance',
    verb: 'Accept',
    done: 'Accepted: you can start working.',
    question: 'The rate and the limit hold from now on. Work can be logged as soon as the client’s card is saved.',
    isGrave: false,
  },
  decline: {
    to: 'declination',
    verb: 'Decline',
    done: 'Declined.',
    question: 'The client is told. They may offer again.',
    isGrave: true,
  },
  withdraw: {
    to: 'withdrawal',
    verb: 'Withdraw',
    done: 'Withdrawn.',
    question: 'The assistant is told, and can no longer accept.',
    isGrave: true,
  },
  end: {
    to: 'ending',
    verb: 'End',
    done: 'The contract is ended.',
    question: 'No more time can be logged. What was worked is invoiced and paid as always.',
    isGrave: true,
  },
};

export function ContractList({ contracts, side }: ContractListProps) {
  const [asking, setAsking] = useState<{ contract: ContractView; move: Move } | null>(null);
  return (
    <>
      <ul>
        {contracts.map((contract) => (
          <ContractRow
            key={contract.id}
            contract={contract}
            side={side}
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
  onMove(move: Move): void;
}

function ContractRow({ contract, side, onMove }: ContractRowProps) {
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
        {contract.warnings.map((warning) => (
          <p key={warning} className="mt-2 border-l-4 border-waiting bg-waiting-wash px-3 py-1.5 text-fine">
            {warning}
          </p>
        ))}
      </div>
      <div className="grid content-start gap-2 md:justify-items-end">
        <p className="md:text-right">
          <Amount cents={contract.rateCents} isRate className="text-lead font-semibold" />
          {side === 'client' ? (
            <span className="text-ink-soft">
              , <Amount cents={contract.allInRateCents} /> all in
            </span>
          ) : null}
          <span className="block text-fine text-ink-faint">
            at most {formatAgreed(contract.weeklyLimitMinutes)} a week:{' '}
            <Amount cents={side === 'client' ? fullWeek.totalCents : fullWeek.worthCents} />
            {side === 'client' ? ' all in' : ', all of it yours'}
          </span>
        </p>
        <div className="flex flex-wrap gap-2">
          {can.end ? (
            <Button size="small" onClick={() => onMove(moves.end)}>
              End
            </Button>
          ) : null}
          {can.withdraw ? (
            <Button size="small" onClick={() => onMove(moves.withdraw)}>
              Withdraw
            </Button>
          ) : null}
          {can.decline ? <Button onClick={() => onMove(moves.decline)}>Decline</Button> : null}
          {can.accept ? (
            <Button weight="strong" onClick={() => onMove(moves.accept)}>
              Accept
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  );
}

function Dates({ contract }: { readonly contract: ContractView }) {
  if (contract.state === 'offered') {
    return (
      <>
        stands until <Instant at={contract.offerExpiresAt} isEnd />
      </>
    );
  }
  if (contract.startedAt === null) {
    return (
      <>
        offered <Instant at={contract.offeredAt} as="date" />
      </>
    );
  }
  return (
    <>
      since <Instant at={contract.startedAt} as="date" />
      {contract.endedAt ? (
        <>
          {' '}
          until <Instant at={contract.endedAt} as="date" />
        </>
      ) : null}
    </>
  );
}

interface MoveDialogProps {
  readonly contract: ContractView;
  readonly move: Move;
  readonly side: ContractSide;
  onClose(): void;
}

function MoveDialog({ contract, move, side, onClose }: MoveDialogProps) {
  const say = useToast();
  const changed = useHiringChanged();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const other = side === 'client' ? contract.assistant : contract.client;
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send('POST', `/contracts/${contract.id}/${move.to}`);
      await changed();
      say(move.done);
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={`${move.verb}: ${contract.title}, ${other.name}`} onClose={onClose}>
      {problem === null ? null : <ProblemNote error={problem} />}
      <p>{move.question}</p>
      <DialogActions>
        <Button onClick={onClose}>Not now</Button>
        <Button weight={move.isGrave ? 'grave' : 'strong'} isBusy={isBusy} onClick={() => void confirm()}>
          {move.verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
