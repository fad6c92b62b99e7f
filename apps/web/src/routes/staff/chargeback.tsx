import type { ChargebackInDetailView } from '@app/wire/chargebacks';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { ChargebackEvidence } from '../../features/staff/chargeback-evidence.tsx';
import { ChargebackHistory } from '../../features/staff/chargeback-history.tsx';
import { ChargebackLines } from '../../features/staff/chargeback-lines.tsx';
import { Act } from '../../features/staff/act.tsx';
import { CodeState } from '../../features/staff/code-state.tsx';
import { Due } from '../../features/staff/due.tsx';
import { Id } from '../../features/staff/facts.tsx';
import { pageOf, trailOf } from '../../features/staff/found-links.ts';
import { chargebackQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { send } from '../../api/client.ts';
import { Amount, formatAmount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';

export function ChargebackRoute() {
  const { id = '' } = useParams();
  const chargeback = useQuery(chargebackQuery(id));
  return (
    <Fetched query={chargeback} lines={8}>
      {(data) => <Chargeback chargeback={data} />}
    </Fetched>
  );
}

function Chargeback({ chargeback }: { readonly chargeback: ChargebackInDetailView }) {
  const t = useTranslations('staff');
  const word = useWord();
  const { id, stripeId, invoice, client, can, amountCents, outCents, lostCents } = chargeback;
  const waits = can.submit || can.accept;
  return (
    <Page
      title={t('queue.chargeback', { number: invoice.number })}
      lede={
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          <Link href={pageOf('business', client.id) ?? ''}>{client.name}</Link>
          <span>{word(chargeback.reason)}</span>
          <CodeState code={chargeback.state} />
          {waits ? <Due at={chargeback.dueBy} /> : null}
        </span>
      }
    >
      <Figures
        figures={[
          { label: t('chargeback.stake'), value: <Amount cents={amountCents} /> },
          { label: t('chargeback.out'), value: <Amount cents={outCents} />, note: t('chargeback.outNote') },
          { label: t('chargeback.lost'), value: <Amount cents={lostCents} />, note: t('chargeback.lostNote') },
        ]}
      />
      {chargeback.workHeldAt ? (
        <Section title={t('chargeback.workHeld')}>
          <p>
            {t.rich('chargeback.workHeldText', {
              name: client.name,
              at: () => <Instant at={chargeback.workHeldAt ?? ''} />,
            })}
          </p>
          {can.resumeWork ? (
            <div className="mt-3">
              <Act
                verb={t('chargeback.resume')}
                title={t('chargeback.resumeTitle', { name: client.name })}
                asks={[{ name: 'reason', label: t('why'), help: t('whyHelp') }]}
                said={t('chargeback.resumed')}
                run={(body) => send('POST', `/staff/chargebacks/${id}/resumption`, { body })}
              >
                <p>{t('chargeback.resumeText')}</p>
              </Act>
            </div>
          ) : null}
        </Section>
      ) : null}
      <Section title={t('chargeback.lines')} note={t('chargeback.linesNote')}>
        <ChargebackLines chargeback={chargeback} />
      </Section>
      {can.submit ? (
        <Section title={t('chargeback.evidence')} note={t('chargeback.evidenceNote')}>
          <ChargebackEvidence chargeback={chargeback} />
        </Section>
      ) : null}
      {can.accept ? (
        <Section title={t('chargeback.accept')} note={t('chargeback.acceptNote')}>
          <Act
            verb={t('chargeback.accept')}
            title={t('chargeback.acceptTitle', { amount: formatAmount(amountCents) })}
            isGrave
            isSmall={false}
            asks={[{ name: 'reason', label: t('why'), help: t('whyHelp') }]}
            said={t('chargeback.accepted')}
            run={(body) => send('POST', `/staff/chargebacks/${id}/acceptance`, { body })}
          >
            <p>{t('chargeback.acceptText', { amount: formatAmount(amountCents) })}</p>
          </Act>
        </Section>
      ) : null}
      <Section
        title={t('chargeback.history')}
        note={
          <>
            <Id>{stripeId}</Id>
            <Link href={trailOf(invoice.id)} className="mt-1 block">
              {t('bench.trail')}
            </Link>
          </>
        }
      >
        <ChargebackHistory chargeback={chargeback} />
      </Section>
    </Page>
  );
}
