import type { ExportView } from '@app/wire/privacy';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { askForExport, exportAddress, type ExportLink, exportsQuery } from './privacy.requests.ts';

const tones: Readonly<Record<ExportView['state'], Tone>> = {
  gathering: 'waiting',
  ready: 'settled',
  downloaded: 'settled',
  expired: 'idle',
  failed: 'fault',
};

interface ExportPanelProps {
  readonly exports: readonly ExportView[];
  /** From the mail. */
  readonly link: ExportLink | null;
}

/** Asking for everything that is held, and seeing it being gathered. It goes on when one leaves. */
export function ExportPanel({ exports, link }: ExportPanelProps) {
  const t = useTranslations('privacy');
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const linked = link && exports.find(({ id }) => id === link.exportId);
  const isGathering = exports.some(({ state }) => state === 'gathering');

  const ask = async () => {
    setBusy(true);
    setProblem(null);
    await askForExport().catch(setProblem);
    await client.invalidateQueries(exportsQuery);
    setBusy(false);
  };

  return (
    <>
      {link && linked?.state === 'ready' ? (
        <div className="mb-4 border-l-4 border-rule-strong bg-band px-3 py-3">
          <p className="mb-3">{t('linkOnce')}</p>
          <DownloadLink
            to={exportAddress(link)}
            isStrong
            onClick={() => setTimeout(() => void client.invalidateQueries(exportsQuery), 1_000)}
          >
            {t('download')}
          </DownloadLink>
        </div>
      ) : null}
      {link && linked?.state !== 'ready' ? (
        <output className="mb-4 block border-l-4 border-rule-strong bg-band px-3 py-2">{t('linkUsed')}</output>
      ) : null}
      <p className="mb-4 max-w-prose">{t('exportWhat')}</p>
      <Button weight={linked ? 'plain' : 'strong'} isBusy={isBusy} disabled={isGathering} onClick={() => void ask()}>
        {t('ask')}
      </Button>
      {problem === null ? null : (
        <div className="mt-4">
          <ProblemNote error={problem} />
        </div>
      )}
      <ol className="mt-4" aria-live="polite">
        {exports.map((each) => (
          <li key={each.id} className="border-t border-rule py-3">
            <Asked given={each} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Asked({ given }: { readonly given: ExportView }) {
  const t = useTranslations('privacy');
  const { state, percent, requestedAt, expiresAt } = given;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span>
          {t('asked')} <Instant at={requestedAt} />
        </span>
        <State tone={tones[state]}>{t(`states.${state}`)}</State>
      </div>
      {state === 'gathering' ? (
        <ProgressBar label={t('progress')} done={percent} of={100}>
          {t('percent', { percent })}
        </ProgressBar>
      ) : null}
      <p className="mt-1 text-fine text-ink-faint">{t(`says.${state}`)}</p>
      {state === 'ready' && expiresAt ? (
        <p className="text-fine text-ink-faint">
          {t('until')} <Instant at={expiresAt} />
        </p>
      ) : null}
    </>
  );
}
