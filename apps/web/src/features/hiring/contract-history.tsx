import type { ContractDetail, ContractHappening } from '@app/wire/hiring';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { formatBasisPoints } from '../../ui/percent.ts';
import { Week } from '../../ui/week.tsx';

/** What became of the contract and who did it, the oldest first: both sides read the same. */
export function ContractHistory({ contract }: { readonly contract: ContractDetail }) {
  const t = useTranslations('hiring.contract');
  return (
    <ol className="border-l-2 border-edge">
      {contract.history.map((happening) => {
        const { kind, at, side, raised } = happening;
        return (
          <li key={`${kind} ${at} ${raised?.toMinutes ?? ''}`} className="relative pb-4 pl-4 last:pb-1">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 -left-[7px] size-3 border-2 border-paper ${dots[side]}`}
            />
            <p>
              {t.rich(`happened.${kind}`, {
                who: () => <Doer happening={happening} contract={contract} />,
                week: () => (raised ? <Week {...raised.week} /> : null),
                to: formatAgreed(raised?.toMinutes ?? 0),
              })}{' '}
              <span className="text-fine whitespace-nowrap text-ink-faint">
                <Instant at={at} as="record" />
              </span>
            </p>
            {kind === 'offered' ? (
              <p className="text-fine text-ink-soft">
                {t.rich('offeredTerms', {
                  rate: () => <Amount cents={contract.rateCents} isRate />,
                  hours: formatAgreed(contract.weeklyLimitMinutes),
                  percent: formatBasisPoints(contract.clientFeeBp),
                })}
              </p>
            ) : null}
            {raised ? (
              <p className="text-fine text-ink-soft">{t('raisedFrom', { from: formatAgreed(raised.fromMinutes) })}</p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

interface DoerProps {
  readonly happening: ContractHappening;
  readonly contract: ContractDetail;
}

/** The person where one is known, and for whom. */
function Doer({ happening: { side, name }, contract: { client, assistant } }: DoerProps) {
  const t = useTranslations('hiring.contract');
  return <strong className="font-semibold">{whoOf()}</strong>;

  function whoOf(): string {
    if (side === 'kontor') return 'Kontor';
    if (side === 'assistant') return assistant.name;
    return name === null ? client.name : t('doer', { name, business: client.name });
  }
}

const dots: Readonly<Record<ContractHappening['side'], string>> = {
  client: 'bg-ink',
  assistant: 'bg-wet',
  kontor: 'bg-edge',
};
