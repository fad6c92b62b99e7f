import { useQuery } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';

import { meQuery } from '../../api/session.ts';
import { assistPlaces, hirePlaces } from '../shell/places.ts';
import { inShell } from '../shell/in-shell.tsx';
import { SignedIn } from '../shell/signed-in.tsx';

const People = inShell(async () => (await import('./people.tsx')).People);
const Privacy = inShell(async () => (await import('./privacy.tsx')).Privacy);
const Security = inShell(async () => (await import('./security.tsx')).Security);
const Tokens = inShell(async () => (await import('./tokens.tsx')).Tokens);
const NotHere = inShell(async () => (await import('../shell/not-here.tsx')).NotHere);

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
