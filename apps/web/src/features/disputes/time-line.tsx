import type { DisputeDetail } from '@app/wire/disputes';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';

type Statement = DisputeDetail['statements'][number];

/** What both sides and staff said, the oldest first. */
export function TimeLine({ dispute }: { readonly dispute: DisputeDetail }) {
  return (
    <ol className="border-l-2 border-edge">
      {dispute.statements.map((statement) => (
        <StatementItem key={statement.id} statement={statement} disputeId={dispute.id} />
      ))}
    </ol>
  );
}

function StatementItem({ statement, disputeId }: { readonly statement: Statement; readonly disputeId: string }) {
  const t = useTranslations('disputes');
  const { side, by, at, kind, text, file } = statement;
  return (
    <li className="relative pb-5 pl-4 last:pb-1">
      <span aria-hidden="true" className={`absolute top-1.5 -left-[7px] size-3 border-2 border-paper ${dots[side]}`} />
      <p className="text-fine text-ink-faint">
        <span className="font-semibold text-ink">{by?.name ?? t('staffName')}</span> {t(`said.${kind}`)}{' '}
        <Instant at={at} />
      </p>
      {text ? <p className="mt-1 max-w-[var(--measure)] whitespace-pre-line break-words">{text}</p> : null}
      {file ? (
        <p className="mt-1">
          <a href={`/api/disputes/${disputeId}/files/${file.id}`} download className="inline-flex items-center gap-1.5">
            <Paperclip aria-hidden="true" className="size-4 flex-none" />
            <span className="min-w-0 break-all">{file.name}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

const dots: Readonly<Record<Statement['side'], string>> = {
  client: 'bg-ink',
  assistant: 'bg-wet',
  staff: 'bg-waiting',
};
