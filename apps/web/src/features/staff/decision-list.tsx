import type { StaffDisputeDetail } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { formatAgreed } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { Act } from './act.tsx';
import { MINUTE } from './decision.ts';
import { DecisionMoney } from './decision-money.tsx';
import { useRuleWords } from './rule-words.ts';

type Decision = StaffDisputeDetail['decisions'][number];

/** What was decided or proposed, line by line, and the second signature where one is wanted. */
export function DecisionList({ dispute }: { readonly dispute: StaffDisputeDetail }) {
  return (
    <div className="grid gap-6">
      {dispute.decisions.map((decision) => (
        <OneDecision key={decision.id} dispute={dispute} decision={decision} />
      ))}
    </div>
  );
}

function OneDecision({ dispute, decision }: { readonly dispute: StaffDisputeDetail; readonly decision: Decision }) {
  const t = useTranslations('staff');
  const { client, assistant } = dispute;
  const isOpen = decision.decidedAt === null;
  return (
    <article className="grid gap-3 border-t border-rule pt-3">
      <h3 className="flex flex-wrap items-baseline gap-3">
        {t(decision.round === 2 ? 'decide.appealRound' : 'decide.firstRound')}
        <State tone={isOpen ? 'waiting' : 'settled'}>{t(isOpen ? 'decide.awaitsSecond' : 'decide.stands')}</State>
      </h3>
      <p className="text-fine text-ink-faint">
        {decision.proposedBy.name}, <Instant at={decision.proposedAt} />
      </p>
      <ul className="grid gap-2">
        {decision.lines.map((judged) => (
          <Judged key={judged.lineId} dispute={dispute} judged={judged} />
        ))}
      </ul>
      <DecisionMoney money={decision.money} client={client.name} assistant={assistant.name} />
      {isOpen && dispute.can.sign ? (
        <div>
          <Act
            verb={t('decide.sign')}
            title={t('decide.signTitle', { number: dispute.number })}
            said={t('decide.signed', { number: dispute.number })}
            isSmall={false}
            run={() =>
              send('POST', `/staff/disputes/${dispute.id}/decisions/${decision.id}/signature`, {
                body: { version: decision.version },
              })
            }
          >
            <DecisionMoney money={decision.money} client={client.name} assistant={assistant.name} />
            <p className="mt-2 text-ink-soft">{t('decide.then')}</p>
          </Act>
        </div>
      ) : null}
    </article>
  );
}

interface JudgedProps {
  readonly dispute: StaffDisputeDetail;
  readonly judged: Decision['lines'][number];
}

function Judged({ dispute, judged: { lineId, verdict, refundSeconds, ruleId, reason } }: JudgedProps) {
  const t = useTranslations('staff');
  const ruleWords = useRuleWords();
  const line = dispute.lines.find(({ id }) => id === lineId);
  return (
    <li>
      <p>
        {line ? <Instant at={line.start} /> : null}{' '}
        <strong>
          {verdict === 'split'
            ? t('decide.splitSays', { back: formatAgreed(Math.trunc(refundSeconds / MINUTE)) })
            : t(`decide.verdicts.${verdict}`)}
        </strong>
      </p>
      <p className="text-fine text-ink-soft">{ruleWords(ruleId)}</p>
      <p className="whitespace-pre-line">{reason}</p>
    </li>
  );
}
