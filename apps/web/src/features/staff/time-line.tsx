import type { StaffDisputeDetail } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Fetched } from '../../ui/states.tsx';
import { EvidenceFile } from './evidence-file.tsx';
import { type Happening, happeningsOf } from './happenings.ts';
import { packFrom, type Told, type Version } from './pack.ts';
import { evidenceQuery } from './staff.queries.ts';
import { useWord } from './staff-words.tsx';

/** All the evidence on one line of time: who did what when. */
export function TimeLine({ dispute }: { readonly dispute: StaffDisputeDetail }) {
  const evidence = useQuery(evidenceQuery(dispute.id));
  return (
    <Fetched query={evidence} lines={6}>
      {({ pack }) => (
        <ol className="border-l border-rule-strong">
          {happeningsOf(packFrom(pack), dispute).map((one, index) => (
            // Two things may happen in one instant.
            // eslint-disable-next-line react/no-array-index-key
            <li
              key={`${one.at} ${index}`}
              className="relative grid gap-x-4 py-2 pl-5 sm:grid-cols-[10rem_minmax(0,1fr)]"
            >
              <Mark kind={one.kind} />
              <p className="text-fine text-ink-faint sm:pt-px">
                <Instant at={one.at} />
                {one.who === null ? null : <span className="block text-ink-soft">{one.who}</span>}
              </p>
              <div className="min-w-0">
                <Happened happening={one} dispute={dispute} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Fetched>
  );
}

/** What people said is filled, what was decided is square, and the rest is a ring. */
function Mark({ kind }: { readonly kind: Happening['kind'] }) {
  const said = kind === 'statement' || kind === 'asked' || kind === 'replied';
  const look =
    kind === 'decision' ? 'bg-ink' : said ? 'rounded-[50%] bg-ink' : 'rounded-[50%] border-2 border-ink bg-paper';
  return <span aria-hidden="true" className={`absolute top-3.5 -left-[5px] size-[9px] ${look}`} />;
}

interface HappenedProps {
  readonly happening: Happening;
  readonly dispute: StaffDisputeDetail;
}

function Happened({ happening: one, dispute }: HappenedProps) {
  const t = useTranslations('staff');
  const word = useWord();
  switch (one.kind) {
    case 'offered':
    case 'began':
      return (
        <p>
          {t.rich(`line.${one.kind}`, {
            title: one.contract.title,
            hours: formatAgreed(one.contract.weeklyLimitMinutes),
            rate: () => <Amount cents={one.contract.rateCents} isRate />,
          })}
        </p>
      );
    case 'issued':
      return (
        <p>
          {t.rich('line.issued', {
            number: one.invoice.number,
            until: () => <Instant at={one.invoice.reviewEndsAt} isEnd />,
          })}
        </p>
      );
    case 'version':
      return <Changed version={one.version} />;
    case 'asked':
    case 'replied':
      return (
        <p>
          <strong>{t(`line.${one.kind}`)}</strong> {one.text}
        </p>
      );
    case 'moved':
      return (
        <p className="text-ink-soft">
          {t('line.moved', { what: word(one.machine), from: word(one.from), to: word(one.to) })}
        </p>
      );
    case 'statement':
      return (
        <>
          <p className="font-semibold">{t(`said.${one.statement.kind}`, { side: t(`sides.${one.statement.side}`) })}</p>
          <p className="whitespace-pre-line">{one.statement.text}</p>
          {one.statement.file ? <EvidenceFile dispute={dispute} file={one.statement.file} /> : null}
        </>
      );
    case 'decision':
      return (
        <p className="font-semibold">
          {t(one.decision.decidedAt === null ? 'line.proposed' : 'line.decided', { round: one.decision.round })}
        </p>
      );
  }
}

function Changed({ version: { change, before, after, reason } }: { readonly version: Version }) {
  const t = useTranslations('staff');
  const word = useWord();
  return (
    <>
      <p>
        <strong>{word(`entry_${change}`)}</strong> {after ? <Entry told={after} /> : null}
      </p>
      {before ? (
        <p className="text-fine text-ink-soft">
          {t('line.before')} <Entry told={before} />
        </p>
      ) : null}
      {reason ? <p className="text-fine text-ink-soft">{t('line.reason', { reason })}</p> : null}
    </>
  );
}

function Entry({ told: { start, end, note } }: { readonly told: Told }) {
  return (
    <>
      <Instant at={start} />
      {end === null ? null : (
        <>
          –<Instant at={end} as="time" isEnd />
        </>
      )}{' '}
      {note}
    </>
  );
}
