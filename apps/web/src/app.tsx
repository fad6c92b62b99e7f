import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Redirect, Route, Switch, useSearch } from 'wouter';

import { onLostSession } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { meQuery } from './api/session.ts';
import { StepUp } from './features/identity/step-up.tsx';
import { LanguageProvider, type Spoken } from './i18n/language-provider.tsx';
import { Assist, Hire, loadRoom, Settings, Staff } from './routes/rooms.ts';
import { Connection } from './ui/connection.tsx';
import { Crash } from './ui/crash.tsx';
import { later } from './ui/later.tsx';
import { Opening } from './ui/opening.tsx';
import { Renewal } from './ui/renewal.tsx';
import { ToastProvider } from './ui/toast.tsx';

const screen = <P extends object>(fetch: () => Promise<ComponentType<P>>) => later(fetch, Opening);

const Landing = screen(async () => (await import('./routes/landing.tsx')).Landing);
const Assistants = screen(async () => (await import('./routes/assistants.tsx')).Assistants);
const Assistant = screen(async () => (await import('./routes/assistant.tsx')).Assistant);
const Register = screen(async () => (await import('./routes/register.tsx')).Register);
const CheckYourMail = screen(async () => (await import('./routes/check-your-mail.tsx')).CheckYourMail);
const VerifyEmail = screen(async () => (await import('./routes/verify-email.tsx')).VerifyEmail);
const SignIn = screen(async () => (await import('./routes/sign-in.tsx')).SignIn);
const Provider = screen(async () => (await import('./routes/provider.tsx')).Provider);
const ForgottenPassword = screen(async () => (await import('./routes/forgotten-password.tsx')).ForgottenPassword);
const ResetPassword = screen(async () => (await import('./routes/reset-password.tsx')).ResetPassword);
const ConfirmEmail = screen(async () => (await import('./routes/confirm-email.tsx')).ConfirmEmail);
const TakeBack = screen(async () => (await import('./routes/take-back.tsx')).TakeBack);
const Appeal = screen(async () => (await import('./routes/appeal.tsx')).Appeal);
const Invitation = screen(async () => (await import('./routes/invitation.tsx')).Invitation);
const NotFound = screen(async () => (await import('./routes/not-found.tsx')).NotFound);
// Every component with its states: for whoever builds, and never in what is shipped.
const Gallery = import.meta.env.DEV ? screen(async () => (await import('./gallery.tsx')).Gallery) : null;

/** The screens that one opens Kontor with: their code is there before anything is drawn. */
const firstScreens: Readonly<Record<string, () => Promise<unknown>>> = {
  '/': Landing.load,
  '/sign-in': SignIn.load,
  '/register': Register.load,
  ...loadRoom,
};

/** Any other screen comes when it is drawn; so does one that could not be fetched, and it then says so. */
export async function loadFirst(path: string): Promise<void> {
  await firstScreens[path]?.().catch(() => {});
}

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
