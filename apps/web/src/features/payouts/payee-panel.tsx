import type { BeginPayeeRequest, PayeeBegun, PayeeView } from '@app/wire/payouts';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { taxonomyQuery } from '../../api/taxonomy.ts';
import { Button } from '../../ui/button.tsx';
import { countryName } from '../../ui/country.ts';
import { SelectField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { State, type Tone } from '../../ui/state.tsx';

const tones: Readonly<Record<PayeeView['state'], Tone>> = {
  none: 'idle',
  onboarding: 'waiting',
  active: 'settled',
  restricted: 'fault',
  closed: 'fault',
};

interface PayeePanelProps {
  readonly payee: PayeeView;
  /** Of the profile, where there is one. */
  readonly likelyCountry: string;
}

/** Whether the assistant can be paid, in plain words, and the way to Stripe's own page. */
export function PayeePanel({ payee, likelyCountry }: PayeePanelProps) {
  const t = useTranslations('payouts');
  const ui = useTranslations('ui');
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const form = useForm({
    initial: { country: likelyCountry },
    request: ({ country }): BeginPayeeRequest => (payee.state === 'none' && country !== '' ? { country } : {}),
    send: async (request: BeginPayeeRequest, idempotencyKey) => {
      const { url } = await send<PayeeBegun>('POST', '/payee', { body: request, idempotencyKey });
      location.assign(url);
      // The page is on its way: the button stays busy until it is here.
      await new Promise(() => {});
    },
  });

  const isPaused = payee.isPaused && payee.state === 'active';
  return (
    <Form form={form}>
      <p className="flex flex-wrap items-center gap-3">
        <State tone={isPaused ? 'waiting' : tones[payee.state]}>
          {t(isPaused ? 'payeeState.paused' : `payeeState.${payee.state}`)}
        </State>
        {payee.country ? (
          <span className="text-ink-soft">{t('inCountry', { country: countryName(payee.country) })}</span>
        ) : null}
      </p>
      <p className="mt-2 max-w-[var(--measure)]">{isPaused ? t('paused') : t(`payeeSays.${payee.state}`)}</p>
      {payee.can.begin && payee.state !== 'closed' ? (
        <div className="mt-4 flex flex-wrap items-end gap-4">
          {payee.state === 'none' ? (
            <SelectField
              label={t('whereBank')}
              className="w-56"
              prompt={ui('choose')}
              options={(taxonomy?.countries ?? []).map(({ code }) => ({ value: code, label: countryName(code) }))}
              {...form.text('country')}
            />
          ) : null}
          <Button type="submit" weight={payee.state === 'active' ? 'plain' : 'strong'} isBusy={form.isBusy}>
            {t(`payeeVerb.${payee.state}`)}
          </Button>
        </div>
      ) : null}
      <p className="mt-3 text-fine text-ink-faint">{t('bankNote')}</p>
    </Form>
  );
}
