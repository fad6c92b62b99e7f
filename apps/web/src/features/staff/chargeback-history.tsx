import type { ChargebackInDetailView } from '@app/wire/chargebacks';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { CodeState } from './code-state.tsx';
import { useWord } from './staff-words.tsx';

/** What was read at Stripe and what was answered, the earliest first. */
export function ChargebackHistory({ chargeback }: { readonly chargeback: ChargebackInDetailView }) {
  const t = useTranslations('staff');
  const word = useWord();
  const steps = [
    ...chargeback.facts.map((fact) => ({ at: fact.seenAt, fact, answer: null })),
    ...chargeback.answers.map((answer) => ({ at: answer.at, fact: null, answer })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <ol className="grid gap-2">
      {steps.map(({ at, fact, answer }) => (
        <li key={`${at} ${answer?.id ?? fact?.status}`} className="grid gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <span className="text-fine text-ink-faint">
            <Instant at={at} />
          </span>
          {fact ? (
            <p>
              {t.rich('chargeback.fact', {
                status: word(fact.status),
                out: () => <Amount cents={fact.outCents} />,
              })}
            </p>
          ) : null}
          {answer ? (
            <p>
              {t(`chargeback.answer.${answer.kind}`)} <CodeState code={answer.state} />{' '}
              {answer.refusal ? t('chargeback.refusal', { code: answer.refusal }) : null}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
