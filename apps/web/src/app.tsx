import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useSearch } from 'wouter';

import { onLostSession } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { meQuery } from './api/session.ts';
import { Crash } from './ui/crash.tsx';
import { Opening } from './ui/opening.tsx';
import { ToastProvider } from './ui/toast.tsx';

const Landing = lazy(() => import('./routes/landing.tsx'));
const Register = lazy(() => import('./routes/register.tsx'));
const CheckYourMail = lazy(() => import('./routes/check-your-mail.tsx'));
const VerifyEmail = lazy(() => import('./routes/verify-email.tsx'));
const SignIn = lazy(() => import('./routes/sign-in.tsx'));
const Hire = lazy(() => import('./routes/hire/hire.tsx'));
const Assist = lazy(() => import('./routes/assist/assist.tsx'));
const NotFound = lazy(() => import('./routes/not-found.tsx'));

const queryClient = createQueryClient();
// Whoever guards the screen then leads to the sign-in, and back to where one was.
onLostSession(() => queryClient.setQueryData(meQuery.queryKey, null));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <Crash>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/" component={Landing} />
              <Route path="/register" component={Register} />
              <Route path="/check-your-mail" component={CheckYourMail} />
              <Route path="/verify-email" component={VerifyEmail} />
              <Route path="/sign-in" component={SignIn} />
              <Route path="/hire/*?" component={Hire} />
              <Route path="/assist/*?" component={Assist} />
              <Route path="/payouts" component={FromStripe} />
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Crash>
      </ToastProvider>
    </QueryClientProvider>
  );
}

/** The address that Stripe sends assistants back to. */
function FromStripe() {
  return <Redirect to={`/assist/payouts?${useSearch()}`} replace />;
}
