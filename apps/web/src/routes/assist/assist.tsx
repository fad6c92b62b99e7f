import { lazy } from 'react';
import { Route, Switch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { TimerBar } from '../../features/timelog/timer-bar.tsx';
import { assistPlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

const Today = lazy(async () => ({ default: (await import('./today.tsx')).Today }));
const Time = lazy(async () => ({ default: (await import('./time.tsx')).Time }));
const ImportTime = lazy(async () => ({ default: (await import('./import-time.tsx')).ImportTime }));
const Work = lazy(async () => ({ default: (await import('./work.tsx')).Work }));
const Earnings = lazy(async () => ({ default: (await import('./earnings.tsx')).Earnings }));
const Payouts = lazy(async () => ({ default: (await import('./payouts.tsx')).Payouts }));
const Profile = lazy(async () => ({ default: (await import('./profile.tsx')).Profile }));
const Disputes = lazy(async () => ({ default: (await import('./disputes.tsx')).AssistantDisputes }));
const Dispute = lazy(async () => ({ default: (await import('./dispute.tsx')).AssistantDispute }));
const NotHere = lazy(async () => ({ default: (await import('../shell/not-here.tsx')).NotHere }));

export function Assist() {
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
        <Route path="/assist/disputes" component={Disputes} />
        <Route path="/assist/disputes/:id" component={Dispute} />
        <Route component={NotHere} />
      </Switch>
    </SignedIn>
  );
}

/** Who has no profile yet has nothing to time. */
function TimerOfAssistants() {
  return useMe().assists ? <TimerBar /> : null;
}
