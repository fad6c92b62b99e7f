import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';

import { useMe } from '../../api/session.ts';
import { taxonomyQuery } from '../../api/taxonomy.ts';
import { ProfileForm } from '../../features/profiles/profile-form.tsx';
import { profileQuery } from '../../features/profiles/profiles.queries.ts';
import { Page } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';

export function Profile() {
  const me = useMe();
  const say = useToast();
  const [, navigate] = useLocation();
  const taxonomy = useQuery(taxonomyQuery);
  const profile = useQuery(profileQuery);
  return (
    <Page
      title={me.assists ? 'Profile' : 'What do you offer?'}
      lede={
        me.assists
          ? 'What clients see of you, and are matched by.'
          : 'Two minutes, and clients find you. You can change all of it later.'
      }
    >
      <Fetched query={taxonomy} lines={6}>
        {(known) => (
          <Fetched query={profile} lines={6}>
            {(mine) => (
              <ProfileForm
                profile={mine}
                taxonomy={known}
                zone={me.zone}
                onSaved={(isFirst) => {
                  say(isFirst ? 'Published: clients can find you now.' : 'Saved.');
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
