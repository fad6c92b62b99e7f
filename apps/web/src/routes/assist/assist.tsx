import { lazy } from 'react';
import { Route, Switch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { TimerBar } from '../../features/timelog/timer-bar.tsx';
import { assistPlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

const Today = lazy(() => import('./today.tsx'));
const Time = lazy(() => import('./time.tsx'));
const ImportTime = lazy(() => import('./import-time.tsx'));
const Work = lazy(() => import('./work.tsx'));
const Earnings = lazy(() => import('./earnings.tsx'));
const Payouts = lazy(() => import('./payouts.tsx'));
const Profile = lazy(() => import('./profile.tsx'));
const NotHere = lazy(() => import('../shell/not-here.tsx'));

export default function Assist() {
  return (
    <SignedIn side="assist" places={assistPlaces} companion={<TimerOfAssistants />}>
      <Switch>
        <Route path="/assist" component={Today} />
        <Route path="/assist/time" component={Time} />
        <Route path="/assist/time/import" component={ImportTime} />
        <Route path="/assist/work" component={Work} />
        <Route path="/assist/earnings" component={Earnings} />
        <Route path="/assist/payouts" component={Payouts} />
        <Route path="/assist/profile" component={Profile} />
        <Route component={NotHere} />
      </Switch>
    </SignedIn>
  );
}

/** Who has no profile yet has nothing to time. */
function TimerOfAssistants() {
  return useMe().assists ? <TimerBar /> : null;
}
