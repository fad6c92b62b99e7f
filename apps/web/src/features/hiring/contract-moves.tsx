import type { ContractView } from '@app/wire/hiring';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useHiringChanged } from './hiring.queries.ts';

/** From which side a contract is read. */
export type ContractSide = 'client' | 'assistant';
export type Move = 'accept' | 'decline' | 'withdraw' | 'pause' | 'resume' | 'end';

const moves: Readonly<Record<Move, { readonly to: string; readonly isGrave: boolean }>> = {
  accept: { to: 'acceptance', isGrave: false },
  decline: { to: 'declination', isGrave: true },
  withdraw: { to: 'withdrawal', isGrave: true },
  pause: { to: 'pausing', isGrave: true },
  resume: { to: 'resumption', isGrave: false },
  end: { to: 'ending', isGrave: true },
};
/** What answers an offer stands last and large. */
const inOrder = ['pause', 'resume', 'end', 'withdraw', 'decline', 'accept'] as const;
const answers: ReadonlySet<Move> = new Set(['decline', 'accept']);

interface MoveButtonsProps {
  readonly contract: ContractView;
  onMove(move: Move): void;
}

/** What the reader can do with the contract now, and nothing else. */
export function MoveButtons({ contract, onMove }: MoveButtonsProps) {
  const t = useTranslations('hiring');
  return inOrder
    .filter((move) => contract.can[move])
    .map((move) => (
      <Button
        // One button, which says the other thing once it was pressed: the keyboard is where it was.
        key={move === 'resume' ? 'pause' : move}
        size={answers.has(move) ? 'normal' : 'small'}
        weight={move === 'accept' ? 'strong' : 'plain'}
        onClick={() => onMove(move)}
      >
        {t(`move.${move}.verb`)}
      </Button>
    ));
}

interface MoveDialogProps {
  readonly contract: ContractView;
  readonly move: Move;
  readonly side: ContractSide;
  onClose(): void;
}

export function MoveDialog({ contract, move, side, onClose }: MoveDialogProps) {
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
