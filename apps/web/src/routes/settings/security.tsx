import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { ChangeEmailForm } from '../../features/identity/change-email-form.tsx';
import { ChangePasswordForm } from '../../features/identity/change-password-form.tsx';
import { DeviceList } from '../../features/identity/device-list.tsx';
import { LinkedSignIns } from '../../features/identity/linked-sign-ins.tsx';
import { PasskeyList } from '../../features/identity/passkey-list.tsx';
import { providerLoginsQuery } from '../../features/identity/providers.requests.ts';
import { secondFactorsQuery } from '../../features/identity/second-factor.requests.ts';
import { SecondFactors } from '../../features/identity/second-factors.tsx';
import { LookList } from '../../features/identity/look-list.tsx';
import { SuspensionList } from '../../features/identity/suspension-list.tsx';
import { looksQuery, suspensionsQuery } from '../../features/identity/suspensions.requests.ts';
import { devicesQuery } from '../../features/identity/security.requests.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';

export function Security() {
  const t = useTranslations('security');
  const me = useMe();
  const devices = useQuery(devicesQuery);
  const factors = useQuery(secondFactorsQuery);
  return (
    <Page title={t('title')} lede={t('lede')}>
      <Suspended />
      <Section title={t('twoSteps')} note={t('twoStepsNote')}>
        <Fetched query={factors} lines={1}>
          {(data) => <SecondFactors factors={data} />}
        </Fetched>
      </Section>
      <Section title={t('passkeys')} note={t('passkeysNote')}>
        <Fetched query={factors} lines={1}>
          {({ passkeys }) => <PasskeyList passkeys={passkeys} />}
        </Fetched>
      </Section>
      <OtherSignIns />
      <Section title={t('devices')} note={t('devicesNote')}>
        <Fetched query={devices} lines={2}>
          {(data) => <DeviceList devices={data} />}
        </Fetched>
      </Section>
      <Section title={t('password')} note={t('passwordNote')}>
        <ChangePasswordForm />
      </Section>
      <Section title={t('email')} note={t('emailNote')}>
        <ChangeEmailForm current={me.email} />
      </Section>
      <Programs />
      <LookedAt />
    </Page>
  );
}

/** First of all, where there is any. */
function Suspended() {
  const t = useTranslations('suspension');
  const { data = [] } = useQuery(suspensionsQuery);
  if (data.length === 0) return null;
  return (
    <Section title={t('title')} note={t('note')}>
      <SuspensionList suspensions={data} />
    </Section>
  );
}

function LookedAt() {
  const t = useTranslations('suspension');
  const { data = [] } = useQuery(looksQuery);
  if (data.length === 0) return null;
  return (
    <Section title={t('looks')} note={t('looksNote')}>
      <LookList looks={data} />
    </Section>
  );
}

/** Nothing where there are no providers and none is connected. */
function OtherSignIns() {
  const t = useTranslations('providers');
  const logins = useQuery(providerLoginsQuery);
  const search = useSearch();
  const [, navigate] = useLocation();
  if (logins.data && logins.data.logins.length + logins.data.others.length === 0) return null;
  return (
    <Section title={t('title')} note={t('note')}>
      <Fetched query={logins} lines={1}>
        {(view) => (
          <LinkedSignIns
            view={view}
            isOffered={new URLSearchParams(search).get('connect') === 'offered'}
            onAccepted={() => navigate('/settings/security', { replace: true })}
          />
        )}
      </Fetched>
    </Section>
  );
}

function Programs() {
  const t = useTranslations('providers');
  return (
    <Section title={t('programs')} note={t('programsNote')}>
      <Link href="/settings/tokens">{t('programsLink')}</Link>
    </Section>
  );
}
