import type { DisputeDetail } from '@app/wire/disputes';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Week } from '../../ui/week.tsx';
import { AddFileDialog } from './add-file-dialog.tsx';
import { Decisions } from './decisions.tsx';
import { DisputeLines } from './dispute-lines.tsx';
import { DisputeMoves } from './dispute-moves.tsx';
import { DisputeState } from './dispute-state.tsx';
import { DisputeTurn } from './dispute-turn.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { OfferNote } from './offer-note.tsx';
import { TimeLine } from './time-line.tsx';
import { WordsDialog } from './words-dialog.tsx';
import { centsFor } from './worth.ts';

interface DisputePageProps {
  readonly dispute: DisputeDetail;
  /** Where else to go from here. */
  readonly links: ReactNode;
}

/** One dispute as either side reads it. */
export function DisputePage({ dispute, links }: DisputePageProps) {
  const t = useTranslations('disputes');
  const { zone } = useReader();
  const { side, refunded, lines } = dispute;
  const other = side === 'assistant' ? dispute.client : dispute.assistant;
  return (
    <Page
      title={t('pageTitle', { number: dispute.number })}
      lede={t.rich('pageLede', { name: other.name, title: dispute.title, week: () => <Week {...dispute.week} /> })}
      actions={links}
    >
      <Figures
        figures={[
          {
            label: t(side === 'assistant' ? 'disputedOfYours' : 'disputedAllIn'),
            value: <Amount cents={centsFor(side, dispute.disputed)} />,
            note: t('restUntouched'),
          },
          {
            label: t('hoursLabel'),
            value: <Duration seconds={dispute.seconds} />,
            note: t('inLines', { count: lines.length }),
          },
          ...(refunded
            ? [{ label: t('givenBack'), value: <Amount cents={centsFor(side, refunded)} />, note: t('toTheClient') }]
            : []),
        ]}
      />
      <Section title={t('stands')} note={<DisputeState state={dispute.state} />}>
        <p>
          <DisputeTurn dispute={dispute} />
        </p>
        <p className="mt-1 text-fine text-ink-faint">{t('timesIn', { zone: zoneName(zone) })}</p>
        {dispute.offer ? (
          <div className="mt-3">
            <OfferNote dispute={dispute} />
          </div>
        ) : null}
        <DisputeMoves dispute={dispute} />
      </Section>
      {dispute.decisions.length > 0 ? (
        <Section title={t('decided')} note={t('decidedNote')}>
          <Decisions dispute={dispute} />
        </Section>
      ) : null}
      <Section title={t('whatIsDisputed')} note={t(`ground.${dispute.ground}.name`)}>
        <DisputeLines dispute={dispute} />
      </Section>
      <Said dispute={dispute} />
      <Section title={t('evidence')}>
        <p className="max-w-[var(--measure)]">
          {t.rich('evidenceText', { date: () => <Instant at={dispute.evidence.frozenAt} /> })}
        </p>
        <p className="mt-1 font-mono text-fine break-all text-ink-faint">
          {t('fingerprint', { sha256: dispute.evidence.sha256 })}
        </p>
        <div className="mt-3">
          <DownloadLink to={`/api/disputes/${dispute.id}/evidence.pdf`}>{t('evidencePdf')}</DownloadLink>
        </div>
      </Section>
    </Page>
  );
}

function Said({ dispute }: { readonly dispute: DisputeDetail }) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const [adding, setAdding] = useState<'statement' | 'file' | null>(null);
  return (
    <Section
      title={t('whatWasSaid')}
      note={t('saidNote')}
      actions={
        dispute.can.state ? (
          <>
            <Button size="small" onClick={() => setAdding('statement')}>
              {t('addStatement')}
            </Button>
            <Button size="small" onClick={() => setAdding('file')}>
              {t('addFile')}
            </Button>
          </>
        ) : undefined
      }
    >
      <TimeLine dispute={dispute} />
      {adding === 'statement' ? (
        <WordsDialog
          title={t('addStatement')}
          label={t('yourStatement')}
          help={t('statementHelp')}
          verb={t('addStatement')}
          draft={`statement ${dispute.id}`}
          send={async (text) => {
            await send('POST', `/disputes/${dispute.id}/statements`, { body: { text } });
            await changed();
            say(t('statementAdded'));
          }}
          onClose={() => setAdding(null)}
        />
      ) : null}
      {adding === 'file' ? <AddFileDialog disputeId={dispute.id} onClose={() => setAdding(null)} /> : null}
    </Section>
  );
}
