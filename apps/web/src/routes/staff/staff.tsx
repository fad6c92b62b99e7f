import { useQuery } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';

import { isCode } from '../../api/api-error.ts';
import { membersQuery } from '../../features/staff/staff.queries.ts';
import { StaffWords } from '../../features/staff/staff-words.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { staffPlaces } from '../shell/places.ts';
import { inShell } from '../shell/in-shell.tsx';
import { SignedIn } from '../shell/signed-in.tsx';
import { SecondFactorFirst } from './second-factor-first.tsx';

export const Queue = inShell(async () => (await import('./queue.tsx')).Queue);
const Dispute = inShell(async () => (await import('./dispute.tsx')).DisputeRoute);
const Chargebacks = inShell(async () => (await import('./chargebacks.tsx')).Chargebacks);
const Chargeback = inShell(async () => (await import('./chargeback.tsx')).ChargebackRoute);
const Search = inShell(async () => (await import('./search.tsx')).Search);
const Person = inShell(async () => (await import('./person.tsx')).PersonRoute);
const Business = inShell(async () => (await import('./business.tsx')).BusinessRoute);
const Contract = inShell(async () => (await import('./contract.tsx')).ContractRoute);
const Invoice = inShell(async () => (await import('./invoice.tsx')).InvoiceRoute);
const Trail = inShell(async () => (await import('./trail.tsx')).TrailRoute);
const Money = inShell(async () => (await import('./money.tsx')).Money);
const Operations = inShell(async () => (await import('./operations.tsx')).Operations);
const Policies = inShell(async () => (await import('./policies.tsx')).Policies);
const Audit = inShell(async () => (await import('./audit.tsx')).Audit);
const NotHere = inShell(async () => (await import('../shell/not-here.tsx')).NotHere);

/** For people with a live grant who have shown a second factor in this session: the api says so, and nobody else. */
export function Staff() {
  return (
    <SignedIn side="staff" places={staffPlaces}>
      <StaffWords>
        <Door />
      </StaffWords>
    </SignedIn>
  );
}

function Door() {
  const members = useQuery(membersQuery);
  if (members.isPending) return <Loading lines={6} />;
  if (isCode(members.error, 'second_factor_required')) return <SecondFactorFirst />;
  if (isCode(members.error, 'staff_only')) return <NotHere />;
  if (members.isError && !members.data) return <Failed error={members.error} onRetry={() => void members.refetch()} />;
  return (
    <Switch>
      <Route path="/staff" component={Queue} />
      <Route path="/staff/disputes/:id" component={Dispute} />
      <Route path="/staff/chargebacks" component={Chargebacks} />
      <Route path="/staff/chargebacks/:id" component={Chargeback} />
      <Route path="/staff/search" component={Search} />
      <Route path="/staff/found/people/:id" component={Person} />
      <Route path="/staff/found/businesses/:id" component={Business} />
      <Route path="/staff/found/contracts/:id" component={Contract} />
      <Route path="/staff/found/invoices/:id" component={Invoice} />
      <Route path="/staff/found/money/:id" component={Trail} />
      <Route path="/staff/money" component={Money} />
      <Route path="/staff/operations" component={Operations} />
      <Route path="/staff/operations/policies" component={Policies} />
      <Route path="/staff/operations/audit" component={Audit} />
      <Route component={NotHere} />
    </Switch>
  );
}
