import { lazy } from 'react';
import { Route, Switch } from 'wouter';

import { hirePlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

const ThisWeek = lazy(async () => ({ default: (await import('./this-week.tsx')).ThisWeek }));
const Week = lazy(async () => ({ default: (await import('./week.tsx')).WeekRoute }));
const Briefs = lazy(async () => ({ default: (await import('./briefs.tsx')).Briefs }));
const NewBrief = lazy(async () => ({ default: (await import('./new-brief.tsx')).NewBrief }));
const Brief = lazy(async () => ({ default: (await import('./brief.tsx')).Brief }));
const Contracts = lazy(async () => ({ default: (await import('./contracts.tsx')).Contracts }));
const Invoices = lazy(async () => ({ default: (await import('./invoices.tsx')).Invoices }));
const Invoice = lazy(async () => ({ default: (await import('./invoice.tsx')).Invoice }));
const Cards = lazy(async () => ({ default: (await import('./cards.tsx')).Cards }));
const Disputes = lazy(async () => ({ default: (await import('./disputes.tsx')).ClientDisputes }));
const Dispute = lazy(async () => ({ default: (await import('./dispute.tsx')).ClientDispute }));
const Compare = lazy(async () => ({ default: (await import('./compare.tsx')).Compare }));
const Spend = lazy(async () => ({ default: (await import('./spend.tsx')).Spend }));
const NewBusiness = lazy(async () => ({ default: (await import('./new-business.tsx')).NewBusiness }));
const NotHere = lazy(async () => ({ default: (await import('../shell/not-here.tsx')).NotHere }));

export function Hire() {
  return (
    <SignedIn side="hire" places={hirePlaces}>
      <Switch>
        <Route path="/hire" component={ThisWeek} />
        <Route path="/hire/new-business" component={NewBusiness} />
        <Route path="/hire/weeks/:id" component={Week} />
        <Route path="/hire/briefs" component={Briefs} />
        <Route path="/hire/briefs/new" component={NewBrief} />
        <Route path="/hire/briefs/:id" component={Brief} />
        <Route path="/hire/briefs/:id/compare" component={Compare} />
        <Route path="/hire/spend" component={Spend} />
        <Route path="/hire/contracts" component={Contracts} />
        <Route path="/hire/invoices" component={Invoices} />
        <Route path="/hire/invoices/:id" component={Invoice} />
        <Route path="/hire/cards" component={Cards} />
        <Route path="/hire/disputes" component={Disputes} />
        <Route path="/hire/disputes/:id" component={Dispute} />
        <Route component={NotHere} />
      </Switch>
    </SignedIn>
  );
}
