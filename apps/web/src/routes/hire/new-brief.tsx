import { useLocation } from 'wouter';

import { useMe } from '../../api/session.ts';
import { BriefForm } from '../../features/hiring/brief-form.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';

export function NewBrief() {
  const me = useMe();
  const say = useToast();
  const [, navigate] = useLocation();
  return (
    <Page title="New brief" lede="The clearer the work, the better the matches.">
      <BriefForm
        businesses={me.businesses}
        onPosted={(brief) => {
          say('Posted. Here is who fits.');
          navigate(`/hire/briefs/${brief.id}`);
        }}
      />
    </Page>
  );
}
