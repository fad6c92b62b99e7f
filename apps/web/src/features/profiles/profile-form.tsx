import type { AvailabilityWindow, Level, ProfileView, SaveProfileRequest, TaxonomyView } from '@app/wire/profiles';
import { useQueryClient } from '@tanstack/react-query';

import { send } from '../../api/client.ts';
import { meQuery } from '../../api/session.ts';
import { Amount, centsFrom, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { secondsFrom } from '../../ui/duration.tsx';
import { Choices, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { languageOptions } from '../../ui/languages.ts';
import { Section } from '../../ui/page.tsx';
import { allZones } from '../../ui/reader.tsx';
import { AvailabilityGrid } from './availability-grid.tsx';
import { profileQuery } from './profiles.queries.ts';
import { SpecialtyLevels } from './specialty-levels.tsx';

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
}

/** What an assistant offers. Saving it puts it before clients. */
export function ProfileForm({ profile, taxonomy, zone, onSaved }: ProfileFormProps) {
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
      <Section title="In a line" note="What clients read first.">
        <div className="grid max-w-[var(--measure)] gap-5">
          <TextField label="Headline" placeholder="Calm inboxes, quick answers" {...form.text('headline')} />
          <TextArea label="About you" rows={5} isOptional {...form.text('about')} />
        </div>
      </Section>
      <Section title="What you do best" note="At most three. Say honestly how well: it is what you are matched by.">
        <div className="grid gap-5">
          <SpecialtyLevels
            specialties={taxonomy.specialties}
            chosen={values.specialties}
            onChange={(specialties) => form.set('specialties', specialties)}
            fault={faults.specialties ?? firstUnder(faults, 'specialties')}
          />
          {tools.length > 0 ? (
            <Choices
              legend="Tools you work in daily"
              options={tools.map(({ code, name }) => ({ value: code, label: name }))}
              chosen={values.tools}
              onChange={(codes) => form.set('tools', codes)}
              fault={faults.tools}
            />
          ) : null}
          <Choices
            legend="Languages you work in"
            options={languageOptions(values.languages)}
            chosen={values.languages}
            onChange={(codes) => form.set('languages', codes)}
            fault={faults.languages}
          />
        </div>
      </Section>
      <Section title="Rate" note="$10.00 to $25.00. You keep all of it: the client pays the fee on top.">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
          <TextField
            label="Your rate an hour"
            className="w-40"
            inputMode="decimal"
            before="$"
            {...form.text('rate')}
            fault={faults.rate ?? faults.rateCents}
          />
          {rateCents === null ? null : (
            <p className="pb-2 text-ink-soft">
              <Amount cents={rateCents} isRate className="font-semibold" /> to you, every hour.
            </p>
          )}
        </div>
      </Section>
      <Section
        title="Where and when"
        note="Your working hours on your own clock. Overlap with each client is reckoned from them."
      >
        <div className="grid gap-5">
          <div className="grid max-w-[var(--measure)] gap-4 sm:grid-cols-2">
            <SelectField
              label="Country you are paid in"
              prompt="Choose"
              options={taxonomy.countries.map(({ code, name }) => ({ value: code, label: name }))}
              {...form.text('country')}
            />
            <SelectField
              label="Time zone"
              options={allZones(values.zone).map((value) => ({ value, label: value }))}
              {...form.text('zone')}
            />
            <TextField
              label="Hours a week you want"
              inputMode="decimal"
              after="h"
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
      <div className="flex justify-end">
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {profile ? 'Save' : 'Publish your profile'}
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
      ...(rateCents === null ? { rate: 'must be an amount, such as 18.50' } : {}),
      ...(capacitySeconds === null ? { capacity: 'must be hours, such as 30' } : {}),
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
    availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: NINE, toMinute: FIVE })),
  };
}

function firstUnder(faults: Readonly<Record<string, string>>, field: string): string | undefined {
  return Object.entries(faults).find(([at]) => at.startsWith(`${field}.`))?.[1];
}
