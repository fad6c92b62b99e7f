import type { EarningView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';

/** A dispute that holds an earning. */
export interface HoldingDispute {
  readonly id: string;
  readonly number: string;
  readonly dueAt: string | null;
}

/** What keeps an earning where it is and until when, what went back of it, and each step of a charge that failed. */
export function EarningNotes({
  earning,
  dispute,
}: {
  readonly earning: EarningView;
  readonly dispute: HoldingDispute | undefined;
}) {
  const t = useTranslations('refunds');
  const { heldBy, givenBackCents, unpaid } = earning;
  return (
    <ul className="mt-1 grid gap-0.5 empty:hidden">
      {heldBy.map((cause) => (
        <li key={cause} className="border-l-2 border-waiting pl-2">
          {t(`heldBy.${cause}`)}{' '}
          {cause === 'dispute' && dispute ? (
            <>
              <Link href={`/assist/disputes/${dispute.id}`}>{t('toDispute', { number: dispute.number })}</Link>
              {dispute.dueAt ? (
                <> {t.rich('nextStepUntil', { date: () => <Instant at={dispute.dueAt ?? ''} isEnd /> })}</>
              ) : null}
            </>
          ) : null}
        </li>
      ))}
      {givenBackCents > 0 ? (
        <li className="font-semibold">{t.rich('wentBack', { amount: () => <Amount cents={givenBackCents} /> })}</li>
      ) : null}
      {unpaid ? (
        <li className="border-l-2 border-fault pl-2">
          <UnpaidStep earning={earning} unpaid={unpaid} />
        </li>
      ) : null}
    </ul>
  );
}

function UnpaidStep({
  earning,
  unpaid,
}: {
  readonly earning: EarningView;
  readonly unpaid: NonNullable<EarningView['unpaid']>;
}) {
  const t = useTranslations('refunds');
  const { step, nextAttemptAt, givenUpAt, suspendedAt, outcome } = unpaid;
  const name = earning.client.name;
  if (step === 'given_up') return t(`givenUpFor.${outcome ?? 'assistant_unpaid'}`, { name });
  return (
    <>
      {t.rich(nextAttemptAt ? 'stepFor.retry' : `stepFor.${step}`, {
        name,
        date: () => (nextAttemptAt ? <Instant at={nextAttemptAt} /> : null),
      })}{' '}
      {suspendedAt ? t('suspendedFor', { name }) : t('goesOnFor', { name })}{' '}
      {givenUpAt ? t.rich('givenUpAt', { date: () => <Instant at={givenUpAt} as="date" /> }) : null}
      {earning.can.endContract ? (
        <>
          {' '}
          {t.rich('mayEnd', {
            link: (chunks) => <Link href={`/assist/contracts/${earning.contractId}`}>{chunks}</Link>,
          })}
        </>
      ) : null}
    </>
  );
}
