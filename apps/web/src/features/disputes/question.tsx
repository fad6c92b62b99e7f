import type { QueryView } from '@app/wire/disputes';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import { useDisputesChanged } from './disputes.queries.ts';

const tones: Readonly<Record<QueryView['state'], Tone>> = {
  asked: 'waiting',
  corrected: 'waiting',
  answered: 'settled',
  agreed: 'settled',
  declined: 'idle',
};

/** A question about an entry, its answer, and for the client what to say to a correction. */
export function Question({ question }: { readonly question: QueryView }) {
  const t = useTranslations('disputes');
  const { askedBy, askedAt, answer, answeredAt, assistant, correction, state, can } = question;
  const [asking, setAsking] = useState<'agreement' | 'declination' | null>(null);
  const changed = useDisputesChanged();
  const say = useToast();
  const worth = correction && {
    hours: formatHours(correction.seconds),
    amount: () => <Amount cents={correction.amountCents + correction.feeCents} className="font-semibold" />,
  };
  const run = async () => {
    await send('POST', `/entry-queries/${question.id}/${asking}`);
    await changed();
    say(t(asking === 'agreement' ? 'agreedToast' : 'declinedToast'));
  };
  return (
    <div className="border-l-2 border-edge pl-3 text-fine">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <State tone={tones[state]}>{t(`question.${state}`)}</State>
        <span className="text-ink-faint">
          {t.rich('askedBy', { name: askedBy.name, date: () => <Instant at={askedAt} /> })}
        </span>
      </p>
      <p className="mt-1 whitespace-pre-line">{question.question}</p>
      {answer ? (
        <>
          <p className="mt-1.5 text-ink-faint">
            {t.rich('answeredBy', { name: assistant.name, date: () => <Instant at={answeredAt ?? askedAt} /> })}
          </p>
          <p className="whitespace-pre-line">{answer}</p>
        </>
      ) : null}
      {worth && state !== 'declined' ? (
        <p className="mt-1 font-semibold">{t.rich(state === 'agreed' ? 'tookOff' : 'wouldTakeOff', worth)}</p>
      ) : null}
      {can.agree || can.decline ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onClick={() => setAsking('declination')}>
            {t('declineCorrection')}
          </Button>
          <Button size="small" weight="strong" onClick={() => setAsking('agreement')}>
            {t('agreeCorrection')}
          </Button>
        </div>
      ) : null}
      {asking && worth ? (
        <SureDialog
          title={t(asking === 'agreement' ? 'agreeTitle' : 'declineTitle')}
          verb={t(asking === 'agreement' ? 'agreeCorrection' : 'declineCorrection')}
          otherwise={t('notNow')}
          run={run}
          onClose={() => setAsking(null)}
        >
          <p>{t.rich(asking === 'agreement' ? 'agreeText' : 'declineText', worth)}</p>
        </SureDialog>
      ) : null}
    </div>
  );
}
