import type { NewBusiness as NewBusinessRequest } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { meQuery } from '../../api/session.ts';
import { countries, likelyCountry } from '../../features/identity/countries.ts';
import { openBusiness } from '../../features/identity/identity.requests.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { allZones, useReader } from '../../ui/reader.tsx';

/** A client is a business: whoever has none yet names it before they hire. */
export function NewBusiness() {
  const t = useTranslations('shell');
  const ui = useTranslations('ui');
  const { zone } = useReader();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const assistantId = new URLSearchParams(useSearch()).get('assistant');
  const places = useMemo(() => countries(), []);
  const form = useForm<NewBusinessRequest>({
    initial: { name: '', country: likelyCountry(zone), zone },
    schema: async () => (await import('@app/wire/identity')).NewBusiness,
    send: async (request: NewBusinessRequest) => {
      await openBusiness(request);
      await queryClient.invalidateQueries(meQuery);
      navigate(assistantId ? `/hire/briefs/new?assistant=${assistantId}` : '/hire');
    },
  });
  return (
    <Page title={t('businessTitle')} lede={t('businessLede')}>
      <Section title={t('theBusiness')}>
        <Form form={form} className="grid max-w-md gap-4">
          <TextField label={t('name')} autoComplete="organization" {...form.text('name')} />
          <SelectField label={t('country')} prompt={ui('choose')} options={places} {...form.text('country')} />
          <SelectField
            label={t('zone')}
            help={t('zoneHelp')}
            options={allZones(zone).map((value) => ({ value, label: value }))}
            {...form.text('zone')}
          />
          <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
            {t('startHiring')}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
