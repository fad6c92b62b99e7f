import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { useMe } from '../../api/session.ts';
import { BriefForm } from '../../features/hiring/brief-form.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';

export function NewBrief() {
  const t = useTranslations('hiring');
  const me = useMe();
  const say = useToast();
  const [, navigate] = useLocation();
  return (
    <Page title={t('newBrief')} lede={t('newBriefLede')}>
      <BriefForm
        businesses={me.businesses}
        onPosted={(brief) => {
          say(t('postedToast'));
          navigate(`/hire/briefs/${brief.id}`);
        }}
      />
    </Page>
  );
}
