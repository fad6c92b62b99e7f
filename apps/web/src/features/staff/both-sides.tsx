import type { StaffDisputeDetail } from '@app/wire/disputes';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { pageOf } from './found-links.ts';
import { CodeState } from './code-state.tsx';
import { EvidenceFile } from './evidence-file.tsx';
import { useWord } from './staff-words.tsx';

const MINUTE = 60;

/** What each of the two says, beside the other. */
export function BothSides({ dispute }: { readonly dispute: StaffDisputeDetail }) {
  const t = useTranslations('staff');
  const word = useWord();
  const { client, assistant, offer, ground, reason } = dispute;
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      <Side name={client.name} role={t('sides.client')} to={pageOf('business', client.id) ?? ''}>
        <p className="font-semibold">{word(ground)}</p>
        <p className="whitespace-pre-line">{reason}</p>
        <Said dispute={dispute} side="client" />
      </Side>
      <Side name={assistant.name} role={t('sides.assistant')} to={pageOf('person', assistant.id) ?? ''}>
        <Said dispute={dispute} side="assistant" />
        {offer ? (
          <p className="border-l-4 border-rule pl-3">
            {t.rich('bench.offered', {
              time: formatAgreed(minutesOf(offer.lines)),
              amount: () => <Amount cents={offer.amountCents + offer.feeCents} />,
            })}{' '}
            <CodeState code={offer.state} />
          </p>
        ) : null}
        {dispute.statements.some(({ side }) => side === 'assistant') ? null : (
          <p className="text-ink-faint">{t('bench.silent')}</p>
        )}
      </Side>
    </div>
  );
}

function minutesOf(lines: readonly { readonly refundSeconds: number }[]): number {
  return Math.trunc(lines.reduce((sum, { refundSeconds }) => sum + refundSeconds, 0) / MINUTE);
}

interface SideProps {
  readonly name: string;
  readonly role: string;
  readonly to: string;
  readonly children: ReactNode;
}

function Side({ name, role, to, children }: SideProps) {
  return (
    <section className="grid content-start gap-2 border-t border-rule pt-2">
      <h3>
        <Link href={to}>{name}</Link> <span className="text-fine font-normal text-ink-faint">{role}</span>
      </h3>
      {children}
    </section>
  );
}

function Said({ dispute, side }: { readonly dispute: StaffDisputeDetail; readonly side: 'client' | 'assistant' }) {
  const t = useTranslations('staff');
  // The opening says again what stands as the reason.
  const theirs = dispute.statements.filter((one) => one.side === side && one.kind !== 'opening');
  return theirs.map(({ id, kind, at, text, file }) => (
    <div key={id}>
      <p className="text-fine text-ink-faint">
        {t(`said.${kind}`, { side: t(`sides.${side}`) })}, <Instant at={at} />
      </p>
      <p className="whitespace-pre-line">{text}</p>
      {file ? <EvidenceFile dispute={dispute} file={file} /> : null}
    </div>
  ));
}
