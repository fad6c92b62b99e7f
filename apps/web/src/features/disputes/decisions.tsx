import type { DisputeDetail } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';

type Decision = DisputeDetail['decisions'][number];

/** What staff decided: of each line with the rule that it rests on, and the money of all of it. */
export function Decisions({ dispute }: { readonly dispute: DisputeDetail }) {
  const t = useTranslations('disputes');
  return (
    <ol className="grid gap-6">
      {dispute.decisions.map((decision) => (
        <li key={decision.id}>
          <h3 className="text-body">
            {t(decision.round === 1 ? 'decision' : 'decisionOnAppeal')}
            {decision.decidedAt ? (
              <span className="font-normal text-ink-faint">
                {' '}
                <Instant at={decision.decidedAt} />
              </span>
            ) : null}
          </h3>
          <DecisionMoney dispute={dispute} money={decision.money} />
          <ul className="mt-2">
            {decision.lines.map((line) => (
              <DecisionLine key={line.lineId} line={line} of={dispute.lines.find(({ id }) => id === line.lineId)} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** To both sides the same, as staff saw it: what the one is paid, and what the other gets back with the fee on it. */
function DecisionMoney({ dispute, money }: { readonly dispute: DisputeDetail; readonly money: Decision['money'] }) {
  const t = useTranslations('disputes');
  return (
    <dl className="mt-2 grid max-w-md grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
      <dt>{t('moneyPaid', { name: dispute.assistant.name })}</dt>
      <dd className="text-right">
        <Amount cents={money.paid.amountCents} />
      </dd>
      <dt className="font-semibold">{t(`moneyBack.${money.how}`, { name: dispute.client.name })}</dt>
      <dd className="text-right font-semibold">
        <Amount cents={money.refunded.amountCents + money.refunded.feeCents} />
      </dd>
      {money.carriedBy === 'platform' && money.how !== 'none' ? (
        <dd className="col-span-2 text-fine text-ink-faint">{t('carriedByKontor')}</dd>
      ) : null}
    </dl>
  );
}

function DecisionLine({
  line,
  of,
}: {
  readonly line: Decision['lines'][number];
  readonly of: DisputeDetail['lines'][number] | undefined;
}) {
  const t = useTranslations('disputes');
  const rule = `rules.${line.ruleId}` as 'rules.work_shown';
  return (
    <li className="border-t border-rule py-2.5">
      <p className="text-fine text-ink-soft">
        {of ? <Instant at={of.start} /> : null} {of?.note}
      </p>
      <p className="mt-1 font-semibold">
        {t(`verdict.${line.verdict}`, { hours: formatHours(line.refundSeconds), of: formatHours(of?.seconds ?? 0) })}
      </p>
      <p className="mt-1">
        <span className="text-ink-faint">{t('byTheRule')}</span> <q>{t.has(rule) ? t(rule) : line.ruleId}</q>
      </p>
      <p className="mt-1 whitespace-pre-line text-ink-soft">{line.reason}</p>
    </li>
  );
}
