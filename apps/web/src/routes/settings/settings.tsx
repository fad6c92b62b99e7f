import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { Route, Switch } from 'wouter';

import { meQuery } from '../../api/session.ts';
import { assistPlaces, hirePlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

const People = lazy(async () => ({ default: (await import('./people.tsx')).People }));
const Privacy = lazy(async () => ({ default: (await import('./privacy.tsx')).Privacy }));
const Security = lazy(async () => ({ default: (await import('./security.tsx')).Security }));
const Tokens = lazy(async () => ({ default: (await import('./tokens.tsx')).Tokens }));
const NotHere = lazy(async () => ({ default: (await import('../shell/not-here.tsx')).NotHere }));

/** What belongs to the account and to neither side: shown beside the menu of the side where one begins. */
export function Settings() {
  const { data: me } = useQuery(meQuery);
  const isHiring = me !== undefined && me !== null && !me.assists && me.businesses.length > 0;
  return (
    <SignedIn side={isHiring ? 'hire' : 'assist'} places={isHiring ? hirePlaces : assistPlaces}>
      <Switch>
        <Route path="/settings/people" component={People} />
        <Route path="/settings/privacy" component={Privacy} />
        <Route path="/settings/security" component={Security} />
        <Route path="/settings/tokens" component={Tokens} />
        <Route component={NotHere} />
      </Switch>
    </SignedIn>
  );
}
