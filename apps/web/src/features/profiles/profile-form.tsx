import type { AvailabilityWindow, Level, ProfileView, SaveProfileRequest, TaxonomyView } from '@app/wire/profiles';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { meQuery } from '../../api/session.ts';
import { wordFor } from '../../api/taxonomy.ts';
import { translator } from '../../i18n/spoken.ts';
import { Amount, centsFrom, formatAmount, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { countryName } from '../../ui/country.ts';
import { secondsFrom } from '../../ui/duration.tsx';
import { Choices, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { languageOptions } from '../../ui/languages.ts';
import { Section } from '../../ui/page.tsx';
import { allZones } from '../../ui/reader.tsx';
import { AvailabilityGrid } from './availability-grid.tsx';
import { profileQuery } from './profiles.queries.ts';
import { HelpsMost } from './helps-most.tsx';
import { ShowToVisitors } from './show-to-visitors.tsx';
import { SpecialtyLevels } from './specialty-levels.tsx';

const LOWEST_RATE_CENTS = 1_000;
const HIGHEST_RATE_CENTS = 2_500;
const EXAMPLE_RATE_CENTS = 1_850;

interface ProfileFormProps {
  readonly profile: ProfileView | null;
  readonly taxonomy: TaxonomyView;
  readonly zone: string;
  onSaved(isFirst: boolean): void;
}

interface Typed {
  readonly headline: string;
  readonly about: string;
  readonly country: string;
  readonly zone: string;
  readonly rate: string;
  readonly capacity: string;
  readonly languages: string[];
  readonly specialties: { code: string; level: Level }[];
  readonly tools: string[];
  readonly availability: AvailabilityWindow[];
  readonly isPublic: boolean;
}

/** What an assistant offers. Saving it puts it before clients. */
export function ProfileForm({ profile, taxonomy, zone, onSaved }: ProfileFormProps) {
  const t = useTranslations('profile');
  const ui = useTranslations('ui');
  const queryClient = useQueryClient();
  const form = useForm<Typed>({
    initial: profile ? typed(profile) : blank(zone),
    draft: 'profile',
    schema: async () => (await import('@app/wire/profiles')).SaveProfileRequest,
    request: requestFrom,
    send: async (request: SaveProfileRequest) => {
      const saved = await send<ProfileView>('PUT', '/assistant-profile', { body: request });
      queryClient.setQueryData(profileQuery.queryKey, saved);
      if (!profile) await queryClient.invalidateQueries(meQuery);
      await queryClient.invalidateQueries({ queryKey: ['hiring'] });
      onSaved(!profile);
    },
  });
  const { values, faults } = form;
  const chosen = values.specialties.map(({ code }) => code);
  const tools = taxonomy.specialties
    .filter(({ code }) => chosen.includes(code))
    .flatMap((specialty) => specialty.tools);
  const rateCents = centsFrom(values.rate);

  return (
    <Form
      form={form}
      shows={[
        'rateCents',
        'capacityMinutes',
        ...Object.keys(faults).filter((field) => /^(specialties|availability)\./.test(field)),
      ]}
    >
      <HelpsMost values={values} />
      <Section title={t('inALine')} note={t('inALineNote')}>
        <div className="grid max-w-[var(--measure)] gap-5">
          <TextField label={t('headline')} placeholder={t('headlineExample')} {...form.text('headline')} />
          <TextArea label={t('about')} rows={5} isOptional {...form.text('about')} />
        </div>
      </Section>
      <Section title={t('best')} note={t('bestNote')}>
        <div className="grid gap-5">
          <SpecialtyLevels
            specialties={taxonomy.specialties}
            chosen={values.specialties}
            onChange={(specialties) => form.set('specialties', specialties)}
            fault={faults.specialties ?? firstUnder(faults, 'specialties')}
          />
          {tools.length > 0 ? (
            <Choices
              legend={t('tools')}
              options={tools.map(({ code, name }) => ({ value: code, label: wordFor(code, name) }))}
              chosen={values.tools}
              onChange={(codes) => form.set('tools', codes)}
              fault={faults.tools}
            />
          ) : null}
          <Choices
            legend={t('languages')}
            options={languageOptions(values.languages)}
            chosen={values.languages}
            onChange={(codes) => form.set('languages', codes)}
            fault={faults.languages}
          />
        </div>
      </Section>
      <Section
        title={t('rate')}
        note={t('rateNote', { lowest: formatAmount(LOWEST_RATE_CENTS), highest: formatAmount(HIGHEST_RATE_CENTS) })}
      >
        <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
          <TextField
            label={t('rateHour')}
            className="w-40"
            inputMode="decimal"
            before="$"
            {...form.text('rate')}
            fault={faults.rate ?? faults.rateCents}
          />
          {rateCents === null ? null : (
            <p className="pb-2 text-ink-soft">
              {t.rich('rateToYou', { rate: () => <Amount cents={rateCents} isRate className="font-semibold" /> })}
            </p>
          )}
        </div>
      </Section>
      <Section title={t('where')} note={t('whereNote')}>
        <div className="grid gap-5">
          <div className="grid max-w-[var(--measure)] gap-4 sm:grid-cols-2">
            <SelectField
              label={t('country')}
              prompt={ui('choose')}
              options={taxonomy.countries.map(({ code }) => ({ value: code, label: countryName(code) }))}
              {...form.text('country')}
            />
            <SelectField
              label={t('zone')}
              options={allZones(values.zone).map((value) => ({ value, label: value }))}
              {...form.text('zone')}
            />
            <TextField
              label={t('hoursWanted')}
              inputMode="decimal"
              after={ui('hoursUnit')}
              {...form.text('capacity')}
              fault={faults.capacity ?? faults.capacityMinutes}
            />
          </div>
          <AvailabilityGrid
            windows={values.availability}
            onChange={(windows) => form.set('availability', windows)}
            fault={faults.availability ?? firstUnder(faults, 'availability')}
          />
        </div>
      </Section>
      <ShowToVisitors isPublic={values.isPublic} onChange={(isPublic) => form.set('isPublic', isPublic)} />
      <div className="flex justify-end">
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {profile ? ui('save') : t('publish')}
        </Button>
      </div>
    </Form>
  );
}

function requestFrom({ rate, capacity, ...same }: Typed): SaveProfileRequest {
  const rateCents = centsFrom(rate);
  const capacitySeconds = secondsFrom(capacity);
  if (rateCents === null || capacitySeconds === null) {
    throw new FieldFaults({
      ...(rateCents === null
        ? { rate: translator('faults')('amount', { example: typedFrom(EXAMPLE_RATE_CENTS) }) }
        : {}),
      ...(capacitySeconds === null ? { capacity: translator('faults')('hours', { example: '30' }) } : {}),
    });
  }
  return { ...same, rateCents, capacityMinutes: Math.trunc(capacitySeconds / 60) };
}

function typed({
  rateCents,
  capacityMinutes,
  headline,
  about,
  country,
  zone,
  languages,
  specialties,
  tools,
  availability,
  isPublic,
}: ProfileView): Typed {
  const rest = capacityMinutes % 60;
  return {
    headline,
    about,
    country,
    zone,
    languages,
    specialties,
    tools,
    availability,
    isPublic,
    rate: typedFrom(rateCents),
    capacity: `${Math.trunc(capacityMinutes / 60)}${rest > 0 ? `:${String(rest).padStart(2, '0')}` : ''}`,
  };
}

const NINE = 9 * 60;
const FIVE = 17 * 60;

function blank(zone: string): Typed {
  return {
    headline: '',
    about: '',
    country: '',
    zone,
    rate: '',
    capacity: '20',
    languages: ['en'],
    specialties: [],
    tools: [],
    isPublic: false,
    availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: NINE, toMinute: FIVE })),
  };
}

function firstUnder(faults: Readonly<Record<string, string>>, field: string): string | undefined {
  return Object.entries(faults).find(([at]) => at.startsWith(`${field}.`))?.[1];
}
