import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { useMe } from '../../api/session.ts';
import { taxonomyQuery } from '../../api/taxonomy.ts';
import { ProfileForm } from '../../features/profiles/profile-form.tsx';
import { profileQuery } from '../../features/profiles/profiles.queries.ts';
import { Page } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';

export function Profile() {
  const t = useTranslations('profile');
  const me = useMe();
  const say = useToast();
  const [, navigate] = useLocation();
  const taxonomy = useQuery(taxonomyQuery);
  const profile = useQuery(profileQuery);
  return (
    <Page title={me.assists ? t('title') : t('titleNew')} lede={me.assists ? t('lede') : t('ledeNew')}>
      <Fetched query={taxonomy} lines={6}>
        {(known) => (
          <Fetched query={profile} lines={6}>
            {(mine) => (
              <ProfileForm
                profile={mine}
                taxonomy={known}
                zone={me.zone}
                onSaved={(isFirst) => {
                  say(isFirst ? t('published') : t('saved'));
                  if (isFirst) navigate('/assist/work');
                }}
              />
            )}
          </Fetched>
        )}
      </Fetched>
    </Page>
  );
}
