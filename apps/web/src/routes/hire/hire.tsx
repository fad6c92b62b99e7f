import { Route, Switch } from 'wouter';

import { inShell } from '../shell/in-shell.tsx';
import { hirePlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

export const ThisWeek = inShell(async () => (await import('./this-week.tsx')).ThisWeek);
const Week = inShell(async () => (await import('./week.tsx')).WeekRoute);
const Briefs = inShell(async () => (await import('./briefs.tsx')).Briefs);
const NewBrief = inShell(async () => (await import('./new-brief.tsx')).NewBrief);
const Brief = inShell(async () => (await import('./brief.tsx')).Brief);
const Contracts = inShell(async () => (await import('./contracts.tsx')).Contracts);
const Contract = inShell(async () => (await import('./contract.tsx')).ClientContract);
const Invoices = inShell(async () => (await import('./invoices.tsx')).Invoices);
const Invoice = inShell(async () => (await import('./invoice.tsx')).Invoice);
const Cards = inShell(async () => (await import('./cards.tsx')).Cards);
const Disputes = inShell(async () => (await import('./disputes.tsx')).ClientDisputes);
const Dispute = inShell(async () => (await import('./dispute.tsx')).ClientDispute);
const Compare = inShell(async () => (await import('./compare.tsx')).Compare);
const Spend = inShell(async () => (await import('./spend.tsx')).Spend);
const NewBusiness = inShell(async () => (await import('./new-business.tsx')).NewBusiness);
const NotHere = inShell(async () => (await import('../shell/not-here.tsx')).NotHere);

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
        <Route path="/hire/contracts/:id" component={Contract} />
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
