import { Route, Switch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { TimerBar } from '../../features/timelog/timer-bar.tsx';
import { inShell } from '../shell/in-shell.tsx';
import { assistPlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

export const Today = inShell(async () => (await import('./today.tsx')).Today);
const Time = inShell(async () => (await import('./time.tsx')).Time);
const ImportTime = inShell(async () => (await import('./import-time.tsx')).ImportTime);
const Work = inShell(async () => (await import('./work.tsx')).Work);
const Contract = inShell(async () => (await import('./contract.tsx')).AssistantContract);
const Earnings = inShell(async () => (await import('./earnings.tsx')).Earnings);
const Payouts = inShell(async () => (await import('./payouts.tsx')).Payouts);
const Profile = inShell(async () => (await import('./profile.tsx')).Profile);
const Disputes = inShell(async () => (await import('./disputes.tsx')).AssistantDisputes);
const Dispute = inShell(async () => (await import('./dispute.tsx')).AssistantDispute);
const NotHere = inShell(async () => (await import('../shell/not-here.tsx')).NotHere);

export function Assist() {
  return (
    <SignedIn side="assist" places={assistPlaces} companion={<TimerOfAssistants />}>
      <Switch>
        <Route path="/assist" component={Today} />
        <Route path="/assist/time" component={Time} />
        <Route path="/assist/time/import" component={ImportTime} />
        <Route path="/assist/work" component={Work} />
        <Route path="/assist/contracts/:id" component={Contract} />
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
