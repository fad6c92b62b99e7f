import type { Me, SecondFactorWanted, SignInAnswer } from '@app/wire/identity';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { CodeForm } from '../features/identity/code-form.tsx';
import { homeOf, wantedFrom } from '../features/identity/home.ts';
import { signIn } from '../features/identity/identity.requests.ts';
import { PasskeyButton } from '../features/identity/passkey-button.tsx';
import { ProviderButtons } from '../features/identity/provider-buttons.tsx';
import { offerPasskeys, signInWithPasskey, stopOffering } from '../features/identity/passkeys.ts';
import { signInFurther } from '../features/identity/second-factor.requests.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { PublicPage, Sheet } from './public-page.tsx';
import { loadRoom } from './rooms.ts';

const AFTER_FIRST_SCREEN_MS = 300;

export function SignIn() {
  const t = useTranslations('sign-in');
  const search = useSearch();
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const wanted = wantedFrom(search);
  const [further, setFurther] = useState<SecondFactorWanted | null>(wantsOfProvider);
  const enter = (me: Me) => {
    changeSession(me);
    navigate(wanted ?? homeOf(me), { replace: true });
  };
  const answered = (answer: SignInAnswer) => ('wants' in answer ? setFurther(answer) : enter(answer));

  return (
    <PublicPage title={t('title')}>
      {further ? (
        <Sheet title={t('furtherTitle')} lede={t('furtherLede')}>
          <SecondStep wanted={further} enter={enter} startAgain={() => setFurther(null)} />
        </Sheet>
      ) : (
        <Sheet title={t('title')} lede={wanted ? t('thenGoOn') : undefined}>
          <FirstStep answered={answered} enter={enter} />
        </Sheet>
      )}
    </PublicPage>
  );
}

interface FirstStepProps {
  answered(answer: SignInAnswer): void;
  enter(me: Me): void;
}

function FirstStep({ answered, enter }: FirstStepProps) {
  const t = useTranslations('sign-in');
  const wanted = wantedFrom(useSearch());
  useOfferedPasskeys(enter);
  useCodeAhead();
  const form = useForm({
    initial: { email: '', password: '' },
    schema: signInRequest,
    send: async (request: { email: string; password: string }) => answered(await signIn(request)),
  });
  return (
    <>
      <Form form={form} className="grid gap-4">
        <TextField label={t('email')} type="email" autoComplete="username webauthn" {...form.text('email')} />
        <TextField label={t('password')} type="password" autoComplete="current-password" {...form.text('password')} />
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {t('title')}
        </Button>
      </Form>
      <div className="mt-4">
        <PasskeyButton use={async () => enter(await signInWithPasskey())} />
      </div>
      <ProviderButtons next={wanted} />
      <p className="mt-6 text-ink-soft">
        <Link href="/forgotten-password">{t('forgotten')}</Link>
      </p>
      <p className="mt-2 text-ink-soft">
        {t.rich('newHere', {
          hire: (text) => <Link href="/register?as=hire">{text}</Link>,
          work: (text) => <Link href="/register?as=assist">{text}</Link>,
        })}
      </p>
    </>
  );
}

const signInRequest = async () => (await import('@app/wire/identity')).SignInRequest;

/** While somebody types, what they are about to need is fetched: which side they work on, nobody knows yet. */
function useCodeAhead(): void {
  useEffect(() => {
    const fetchAhead = () => {
      // What fails now is fetched when it is needed.
      void Promise.allSettled([signInRequest(), loadRoom['/assist'](), loadRoom['/hire']()]);
    };
    const soon = setTimeout(fetchAhead, AFTER_FIRST_SCREEN_MS);
    return () => clearTimeout(soon);
  }, []);
}

/** Whoever comes back from a provider may still have the second step before them. */
function wantsOfProvider(): SecondFactorWanted | null {
  const state = window.history.state as Partial<SecondFactorWanted> | null;
  return state?.wants ? { wants: state.wants } : null;
}

/** Whoever has a passkey for Kontor finds it among what the browser fills in. */
function useOfferedPasskeys(enter: (me: Me) => void): void {
  const latest = useRef(enter);
  useEffect(() => {
    latest.current = enter;
  });
  useEffect(() => {
    let isHere = true;
    // What fails here was never asked for: the form and the button are there.
    offerPasskeys().then(
      (me) => (me && isHere ? latest.current(me) : undefined),
      () => undefined,
    );
    return () => {
      isHere = false;
      void stopOffering();
    };
  }, []);
}

interface SecondStepProps {
  readonly wanted: SecondFactorWanted;
  enter(me: Me): void;
  startAgain(): void;
}

function SecondStep({ wanted: { wants }, enter, startAgain }: SecondStepProps) {
  const t = useTranslations('sign-in');
  return (
    <>
      <CodeForm
        hasRecoveryCodes={wants.includes('recovery_code')}
        does={t('title')}
        send={async (shown) => enter(await signInFurther(shown))}
      />
      {wants.includes('passkey') ? (
        <div className="mt-4">
          <PasskeyButton use={async () => enter(await signInWithPasskey())} />
        </div>
      ) : null}
      <p className="mt-6">
        <Button weight="quiet" onClick={startAgain}>
          {t('startAgain')}
        </Button>
      </p>
    </>
  );
}
