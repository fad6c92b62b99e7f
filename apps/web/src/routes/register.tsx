import type { RegisterRequest } from '@app/wire/identity';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { countries, likelyCountry } from '../features/identity/countries.ts';
import { ProviderButtons } from '../features/identity/provider-buttons.tsx';
import { register, signIn } from '../features/identity/identity.requests.ts';
import { useLanguage } from '../i18n/language-provider.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { countryName } from '../ui/country.ts';
import { Form, useForm } from '../ui/form.tsx';
import { browserZone, zoneName } from '../ui/reader.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function Register() {
  const t = useTranslations('account');
  const search = useSearch();
  const isHiring = new URLSearchParams(search).get('as') !== 'assist';
  return (
    <PublicPage title={t('registerPage')}>
      <Sheet title={isHiring ? t('hireTitle') : t('assistTitle')} lede={<AsTabs isHiring={isHiring} />}>
        <RegisterForm isHiring={isHiring} />
      </Sheet>
    </PublicPage>
  );
}

function AsTabs({ isHiring }: { readonly isHiring: boolean }) {
  const t = useTranslations('account');
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
    <nav aria-label={t('cameFor')} className="mt-2 flex gap-5 border-b border-rule">
      {tab('/register?as=hire', t('wantHire'), isHiring)}
      {tab('/register?as=assist', t('wantWork'), !isHiring)}
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
  const t = useTranslations('account');
  const ui = useTranslations('ui');
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const zone = browserZone();
  const { language } = useLanguage();
  const assistantId = new URLSearchParams(useSearch()).get('assistant');
  // Straight to what they came for: the mail to confirm the address can wait until money moves.
  const next = isHiring ? `/hire/briefs/new${assistantId ? `?assistant=${assistantId}` : ''}` : '/assist/profile';
  const places = useMemo(() => countries(), []);
  const [isChoosing, setChoosing] = useState(false);
  const form = useForm<Registration>({
    initial: { name: '', email: '', password: '', businessName: '', country: likelyCountry() },
    schema: async () => (await import('@app/wire/identity')).RegisterRequest,
    request: ({ name, email, password, businessName, country }): RegisterRequest => ({
      name,
      email,
      password,
      zone,
      language,
      ...(isHiring ? { business: { name: businessName, country, zone } } : {}),
    }),
    send: async (request: RegisterRequest) => {
      await register(request);
      const answer = await signIn({ email: request.email, password: request.password });
      if ('wants' in answer) return navigate('/sign-in'); // They had an account, and it asks for more.
      changeSession(answer);
      navigate(next);
    },
  });
  const { businessName, country } = { businessName: form.text('businessName'), country: form.text('country') };

  return (
    <>
      <Form form={form} shows={['business.name', 'business.country']} className="grid gap-4">
        {isHiring ? (
          <TextField
            label={t('yourBusiness')}
            autoComplete="organization"
            {...businessName}
            fault={form.faults['business.name']}
          />
        ) : null}
        <TextField label={t('yourName')} autoComplete="name" {...form.text('name')} />
        <TextField label={t('email')} type="email" autoComplete="username" {...form.text('email')} />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="new-password"
          help={t('passwordHelp')}
          {...form.text('password')}
        />
        {isHiring ? (
          <Whereabouts
            country={country.value}
            zone={zone}
            isOpen={isChoosing || country.value === '' || form.faults['business.country'] !== undefined}
            onChoose={() => setChoosing(true)}
          >
            <SelectField
              label={t('country')}
              prompt={ui('choose')}
              options={places}
              {...country}
              fault={form.faults['business.country']}
            />
          </Whereabouts>
        ) : null}
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {isHiring ? t('startHiring') : t('startWorking')}
        </Button>
      </Form>
      <ProviderButtons next={isHiring ? `/hire/new-business${assistantId ? `?assistant=${assistantId}` : ''}` : null} />
      <p className="mt-4 text-fine text-ink-faint">
        {t(isHiring ? 'timesHire' : 'timesWork', { zone: zoneName(zone) })}
      </p>
      <p className="mt-4 text-ink-soft">
        {t.rich('beenHere', { link: (chunks) => <Link href="/sign-in">{chunks}</Link> })}
      </p>
    </>
  );
}

interface WhereaboutsProps {
  readonly country: string;
  readonly zone: string;
  readonly isOpen: boolean;
  onChoose(): void;
  /** The field to choose it in. */
  readonly children: ReactNode;
}

/** What the browser gives away is said and can be changed, and is not asked. */
function Whereabouts({ country, zone, isOpen, onChoose, children }: WhereaboutsProps) {
  const t = useTranslations('public');
  if (isOpen) return children;
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 text-fine text-ink-soft">
      <span className="min-w-0 flex-1">{t('guessed', { country: countryName(country), zone: zoneName(zone) })}</span>
      <Button size="small" onClick={onChoose}>
        {t('change')}
      </Button>
    </p>
  );
}
