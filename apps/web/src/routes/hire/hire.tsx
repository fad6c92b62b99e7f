import { lazy } from 'react';
import { Route, Switch } from 'wouter';

import { hirePlaces } from '../shell/places.ts';
import { SignedIn } from '../shell/signed-in.tsx';

const ThisWeek = lazy(() => import('./this-week.tsx'));
const Week = lazy(() => import('./week.tsx'));
const Briefs = lazy(() => import('./briefs.tsx'));
const NewBrief = lazy(() => import('./new-brief.tsx'));
const Brief = lazy(() => import('./brief.tsx'));
const Contracts = lazy(() => import('./contracts.tsx'));
const Invoices = lazy(() => import('./invoices.tsx'));
const Invoice = lazy(() => import('./invoice.tsx'));
const Cards = lazy(() => import('./cards.tsx'));
const NotHere = lazy(() => import('../shell/not-here.tsx'));

export default function Hire() {
  return (
    <SignedIn side="hire" places={hirePlaces}>
      <Switch>
        <Route path="/hire" component={ThisWeek} />
        <Route path="/hire/weeks/:id" component={Week} />
        <Route path="/hire/briefs" component={Briefs} />
        <Route path="/hire/briefs/new" component={NewBrief} />
        <Route path="/hire/briefs/:id" component={Brief} />
        <Route path="/hire/contracts" component={Contracts} />
        <Route path="/hire/invoices" component={Invoices} />
        <Route path="/hire/invoices/:id" component={Invoice} />
        <Route path="/hire/cards" component={Cards} />
        <Route component={NotHere} />
      </Switch>
    </SignedIn>
  );
}
