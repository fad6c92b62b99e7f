import type { DisputeView, QueryView } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../api/session.ts';
import { disputesQuery, questionsQuery } from '../features/disputes/disputes.queries.ts';
import { Instant } from '../ui/instant.tsx';
import { useNow } from '../ui/now.ts';
import type { Need } from './needs-list.tsx';

type Side = 'hire' | 'assist';

const A_MINUTE_MS = 60_000;

/** Disputes and questions that wait for the reader on this side, and until when: what is due first comes first. */
export function useDisputeNeeds(side: Side): Need[] {
  const me = useMe();
  const isMine = ({ client, assistant }: DisputeView | QueryView) =>
    side === 'assist' ? assistant.id === me.id : me.businesses.some(({ id }) => id === client.id);
  const ofDispute = useNeedOfDispute(side);
  const ofQuestion = useNeedOfQuestion(side);
  const disputes = (useQuery(disputesQuery).data ?? []).filter(isMine);
  const questions = (useQuery(questionsQuery).data ?? []).filter(isMine);
  const due = [...disputes.flatMap(ofDispute), ...questions.flatMap(ofQuestion)];
  return due.toSorted((a, b) => a.until.localeCompare(b.until));
}

interface Due extends Need {
  /** What has no end of its own comes last. */
  readonly until: string;
}

const LAST = '9';

function useNeedOfDispute(side: Side): (dispute: DisputeView) => Due[] {
  const t = useTranslations('home');
  return ({ id, number, title, client, assistant, dueAt, waitsFor, can }) => {
    const until = dueAt ?? LAST;
    const about = { number, title, name: side === 'assist' ? client.name : assistant.name };
    const told = { ...about, date: () => <Instant at={until} isEnd /> };
    const need = { key: id, tone: 'waiting', kind: 'answer', to: `/${side}/disputes/${id}` } as const;
    if (can.answer) return [{ ...need, tone: 'fault', until, says: t.rich('disputed', told), verb: t('seeAndAnswer') }];
    if (can.settle) {
      // Staff have it: the offer stands until they have decided.
      const says = waitsFor === 'client' ? t.rich('disputeOffer', told) : t('disputeOfferStill', about);
      return [{ ...need, until: waitsFor === 'client' ? until : LAST, says, verb: t('seeDispute') }];
    }
    if (can.appeal) return [{ ...need, until, says: t.rich('disputeDecided', told), verb: t('seeDecision') }];
    return [];
  };
}

function useNeedOfQuestion(side: Side): (question: QueryView) => Due[] {
  const t = useTranslations('home');
  const now = useNow(A_MINUTE_MS).toISOString();
  return ({ id, weekId, title, client, assistant, reviewEndsAt: until, can }) => {
    const name = side === 'assist' ? client.name : assistant.name;
    const told = { title, name, date: () => <Instant at={until} isEnd /> };
    const need = { key: id, tone: 'waiting', kind: 'answer', until } as const;
    if (until <= now) return [];
    if (side === 'assist') {
      if (!can.answer) return [];
      return [{ ...need, to: '/assist/disputes', says: t.rich('asked', told), verb: t('answerIt') }];
    }
    if (!can.agree && !can.decline) return [];
    return [{ ...need, to: `/hire/weeks/${weekId}`, says: t.rich('correction', told), verb: t('seeCorrection') }];
  };
}
