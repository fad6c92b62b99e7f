import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { BriefForm } from '../../features/hiring/brief-form.tsx';
import { publicAssistantQuery } from '../../features/profiles/public.queries.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';

export function NewBrief() {
  const t = useTranslations('hiring');
  const pages = useTranslations('public');
  const me = useMe();
  const say = useToast();
  const [, navigate] = useLocation();
  const assistantId = new URLSearchParams(useSearch()).get('assistant');
  const chosen = useQuery({ ...publicAssistantQuery(assistantId ?? ''), enabled: assistantId !== null });
  // The form begins from what they offer; somebody who is not shown any more is forgotten.
  if (assistantId !== null && chosen.isPending) return <Loading lines={8} />;
  const inMind = chosen.data;
  return (
    <Page
      title={inMind ? pages('inMind', { name: inMind.name }) : t('newBrief')}
      lede={inMind ? pages('inMindNote', { name: inMind.name }) : t('newBriefLede')}
    >
      <BriefForm
        businesses={me.businesses}
        {...(inMind ? { inMind } : {})}
        onPosted={(brief) => {
          say(t('postedToast'));
          navigate(`/hire/briefs/${brief.id}${inMind ? `?assistant=${inMind.id}` : ''}`);
        }}
      />
    </Page>
  );
}
