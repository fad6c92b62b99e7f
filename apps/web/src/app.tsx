import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useSearch } from 'wouter';

import { onLostSession } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { meQuery } from './api/session.ts';
import { StepUp } from './features/identity/step-up.tsx';
import { LanguageProvider, type Spoken } from './i18n/language-provider.tsx';
import { Connection } from './ui/connection.tsx';
import { Crash } from './ui/crash.tsx';
import { Opening } from './ui/opening.tsx';
import { Renewal } from './ui/renewal.tsx';
import { ToastProvider } from './ui/toast.tsx';

const Landing = lazy(async () => ({ default: (await import('./routes/landing.tsx')).Landing }));
const Assistants = lazy(async () => ({ default: (await import('./routes/assistants.tsx')).Assistants }));
const Assistant = lazy(async () => ({ default: (await import('./routes/assistant.tsx')).Assistant }));
const Register = lazy(async () => ({ default: (await import('./routes/register.tsx')).Register }));
const CheckYourMail = lazy(async () => ({ default: (await import('./routes/check-your-mail.tsx')).CheckYourMail }));
const VerifyEmail = lazy(async () => ({ default: (await import('./routes/verify-email.tsx')).VerifyEmail }));
const SignIn = lazy(async () => ({ default: (await import('./routes/sign-in.tsx')).SignIn }));
const Provider = lazy(async () => ({ default: (await import('./routes/provider.tsx')).Provider }));
const ForgottenPassword = lazy(async () => ({
  default: (await import('./routes/forgotten-password.tsx')).ForgottenPassword,
}));
const ResetPassword = lazy(async () => ({ default: (await import('./routes/reset-password.tsx')).ResetPassword }));
const ConfirmEmail = lazy(async () => ({ default: (await import('./routes/confirm-email.tsx')).ConfirmEmail }));
const TakeBack = lazy(async () => ({ default: (await import('./routes/take-back.tsx')).TakeBack }));
const Appeal = lazy(async () => ({ default: (await import('./routes/appeal.tsx')).Appeal }));
const Invitation = lazy(async () => ({ default: (await import('./routes/invitation.tsx')).Invitation }));
const Settings = lazy(async () => ({ default: (await import('./routes/settings/settings.tsx')).Settings }));
const Hire = lazy(async () => ({ default: (await import('./routes/hire/hire.tsx')).Hire }));
const Assist = lazy(async () => ({ default: (await import('./routes/assist/assist.tsx')).Assist }));
const Staff = lazy(async () => ({ default: (await import('./routes/staff/staff.tsx')).Staff }));
const NotFound = lazy(async () => ({ default: (await import('./routes/not-found.tsx')).NotFound }));
// Every component with its states: for whoever builds, and never in what is shipped.
const Gallery = import.meta.env.DEV ? lazy(async () => ({ default: (await import('./gallery.tsx')).Gallery })) : null;

const queryClient = createQueryClient();
// Whoever guards the screen then leads to the sign-in, and back to where one was.
onLostSession(() => queryClient.setQueryData(meQuery.queryKey, null));

export function App({ first }: { readonly first: Spoken }) {
  return <LanguageProvider first={first}>{() => <Screens />}</LanguageProvider>;
}

function Screens() {
  return (
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <Connection />
        <Renewal />
        <Crash>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/" component={Landing} />
              <Route path="/assistants" component={Assistants} />
              <Route path="/assistants/:id" component={Assistant} />
              <Route path="/register" component={Register} />
              <Route path="/check-your-mail" component={CheckYourMail} />
              <Route path="/verify-email" component={VerifyEmail} />
              <Route path="/sign-in" component={SignIn} />
              <Route path="/sign-in/provider" component={Provider} />
              <Route path="/forgotten-password" component={ForgottenPassword} />
              <Route path="/reset-password" component={ResetPassword} />
              <Route path="/confirm-email" component={ConfirmEmail} />
              <Route path="/take-back" component={TakeBack} />
              <Route path="/appeal" component={Appeal} />
              <Route path="/invitation" component={Invitation} />
              <Route path="/settings/*?" component={Settings} />
              <Route path="/hire/*?" component={Hire} />
              <Route path="/assist/*?" component={Assist} />
              <Route path="/staff/*?" component={Staff} />
              <Route path="/payouts" component={FromStripe} />
              {Gallery ? <Route path="/_ui" component={Gallery} /> : null}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Crash>
        <StepUp />
      </ToastProvider>
    </QueryClientProvider>
  );
}

/** The address that Stripe sends assistants back to. */
function FromStripe() {
  return <Redirect to={`/assist/payouts?${useSearch()}`} replace />;
}
