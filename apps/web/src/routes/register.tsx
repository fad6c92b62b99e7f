import type { RegisterRequest } from '@app/wire/identity';
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { countries, likelyCountry } from '../features/identity/countries.ts';
import { register, signIn } from '../features/identity/identity.requests.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { browserZone, zoneName } from '../ui/reader.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function Register() {
  const search = useSearch();
  const isHiring = new URLSearchParams(search).get('as') !== 'assist';
  return (
    <PublicPage title="Register">
      <Sheet title={isHiring ? 'Hire an assistant' : 'Work as an assistant'} lede={<AsTabs isHiring={isHiring} />}>
        <RegisterForm isHiring={isHiring} />
      </Sheet>
    </PublicPage>
  );
}

function AsTabs({ isHiring }: { readonly isHiring: boolean }) {
  const tab = (to: string, label: string, isHere: boolean) => (
    <Link
      href={to}
      replace
      aria-current={isHere ? 'page' : undefined}
      className={`-mb-px border-b-3 pb-2 no-underline ${isHere ? 'border-ink font-semibold text-ink' : 'border-transparent hover:border-rule'}`}
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label="What you came for" className="mt-2 flex gap-5 border-b border-rule">
      {tab('/register?as=hire', 'I want to hire', isHiring)}
      {tab('/register?as=assist', 'I want to work', !isHiring)}
    </nav>
  );
}

interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly businessName: string;
  readonly country: string;
}

function RegisterForm({ isHiring }: { readonly isHiring: boolean }) {
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const zone = browserZone();
  const places = useMemo(() => countries(), []);
  const form = useForm<Registration>({
    initial: { name: '', email: '', password: '', businessName: '', country: likelyCountry() },
    schema: async () => (await import('@app/wire/identity')).RegisterRequest,
    request: ({ name, email, password, businessName, country }): RegisterRequest => ({
      name,
      email,
      password,
      zone,
      ...(isHiring ? { business: { name: businessName, country, zone } } : {}),
    }),
    send: async (request: RegisterRequest) => {
      await register(request);
      changeSession(await signIn({ email: request.email, password: request.password }));
      navigate('/check-your-mail');
    },
  });
  const { businessName, country } = { businessName: form.text('businessName'), country: form.text('country') };

  return (
    <>
      <Form form={form} shows={['business.name', 'business.country']} className="grid gap-4">
        {isHiring ? (
          <TextField
            label="Your business"
            autoComplete="organization"
            {...businessName}
            fault={form.faults['business.name']}
          />
        ) : null}
        <TextField label="Your name" autoComplete="name" {...form.text('name')} />
        <TextField label="E-mail" type="email" autoComplete="username" {...form.text('email')} />
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          help="12 characters or more. A sentence is good."
          {...form.text('password')}
        />
        {isHiring ? (
          <SelectField
            label="Country"
            prompt="Choose"
            options={places}
            {...country}
            fault={form.faults['business.country']}
          />
        ) : null}
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {isHiring ? 'Start hiring' : 'Start working'}
        </Button>
      </Form>
      <p className="mt-4 text-fine text-ink-faint">
        Times are shown in {zoneName(zone)}
        {isHiring ? ', and your work weeks begin on Monday there' : ''}. Signing up costs nothing.
      </p>
      <p className="mt-4 text-ink-soft">
        Been here before? <Link href="/sign-in">Sign in</Link>.
      </p>
    </>
  );
}
