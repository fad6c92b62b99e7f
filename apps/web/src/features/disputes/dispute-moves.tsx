import type { DisputeDetail } from '@app/wire/disputes';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { OfferPartDialog } from './offer-part-dialog.tsx';
import { WordsDialog } from './words-dialog.tsx';

/** Done with one word. */
const sureMoves = {
  accept: { to: 'acceptance', isGrave: true },
  settle: { to: 'settlement', isGrave: false },
  declineOffer: { to: 'offer/declination', isGrave: true },
  withdraw: { to: 'withdrawal', isGrave: true },
} as const;

/** Done with words of one's own. */
const wordMoves = {
  answer: { to: 'answer', field: 'text' },
  appeal: { to: 'appeal', field: 'reason' },
} as const;

type SureMove = keyof typeof sureMoves;
type WordMove = keyof typeof wordMoves;

interface DisputeMovesProps {
  readonly dispute: DisputeDetail;
}

/** What the reader can do about the dispute now, and nothing else. */
export function DisputeMoves({ dispute }: DisputeMovesProps) {
  const t = useTranslations('disputes');
  const { can } = dispute;
  const [move, setMove] = useState<SureMove | WordMove | 'offer' | null>(null);
  const close = () => setMove(null);
  const verbs = (['withdraw', 'declineOffer', 'accept', 'answer', 'appeal', 'offer', 'settle'] as const).filter(
    (verb) => can[verb],
  );
  if (verbs.length === 0) return null;
  const strong = (['settle', 'offer'] as const).find((verb) => can[verb]);
  return (
    <>
      <div className="mt-4 flex flex-wrap gap-2">
        {verbs.map((verb) => (
          <Button
            key={verb}
            weight={verb === strong ? 'strong' : 'plain'}
            className={verb === strong ? 'max-sm:order-first max-sm:w-full' : ''}
            onClick={() => setMove(verb)}
          >
            {t(`move.${verb}.verb`)}
          </Button>
        ))}
      </div>
      {move === 'offer' ? <OfferPartDialog dispute={dispute} onClose={close} /> : null}
      {move === 'answer' || move === 'appeal' ? <WordMoveDialog dispute={dispute} move={move} onClose={close} /> : null}
      {move !== null && move in sureMoves ? (
        <SureMoveDialog dispute={dispute} move={move as SureMove} onClose={close} />
      ) : null}
    </>
  );
}

interface MoveDialogProps<Move> {
  readonly dispute: DisputeDetail;
  readonly move: Move;
  onClose(): void;
}

function SureMoveDialog({ dispute, move, onClose }: MoveDialogProps<SureMove>) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const { disputed, offer } = dispute;
  const given = offer ?? disputed;
  return (
    <SureDialog
      title={t(`move.${move}.title`)}
      verb={t(`move.${move}.verb`)}
      otherwise={t('notNow')}
      isGrave={sureMoves[move].isGrave}
      run={async () => {
        await send('POST', `/disputes/${dispute.id}/${sureMoves[move].to}`);
        await changed();
        say(t(`move.${move}.done`));
      }}
      onClose={onClose}
    >
      <p>
        {t.rich(`move.${move}.question`, {
          client: dispute.client.name,
          assistant: dispute.assistant.name,
          disputed: () => <Amount cents={disputed.amountCents} className="font-semibold" />,
          all: () => <Amount cents={disputed.amountCents + disputed.feeCents} className="font-semibold" />,
          back: () => <Amount cents={given.amountCents + given.feeCents} className="font-semibold" />,
          keeps: () => <Amount cents={disputed.amountCents - given.amountCents} className="font-semibold" />,
        })}
      </p>
    </SureDialog>
  );
}

function WordMoveDialog({ dispute, move, onClose }: MoveDialogProps<WordMove>) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const { to, field } = wordMoves[move];
  return (
    <WordsDialog
      title={t(`move.${move}.title`)}
      label={t(`move.${move}.label`)}
      help={t(`move.${move}.help`, { client: dispute.client.name })}
      verb={t(`move.${move}.verb`)}
      draft={`${move} ${dispute.id}`}
      send={async (text) => {
        await send('POST', `/disputes/${dispute.id}/${to}`, { body: { [field]: text } });
        await changed();
        say(t(`move.${move}.done`));
      }}
      onClose={onClose}
    />
  );
}
