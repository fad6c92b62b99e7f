import type { BeginPayeeRequest, PayeeBegun, PayeeView } from '@app/wire/payouts';
import { useQuery } from '@tanstack/react-query';

import { send } from '../../api/client.ts';
import { taxonomyQuery } from '../../api/taxonomy.ts';
import { Button } from '../../ui/button.tsx';
import { countryName } from '../../ui/country.ts';
import { SelectField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { State, type Tone } from '../../ui/state.tsx';

const states: Readonly<Record<PayeeView['state'], readonly [Tone, string]>> = {
  none: ['idle', 'Not set up'],
  onboarding: ['waiting', 'Not finished'],
  active: ['settled', 'Can be paid'],
  restricted: ['fault', 'Stripe needs something'],
  closed: ['fault', 'Closed'],
};

const verbs: Readonly<Partial<Record<PayeeView['state'], string>>> = {
  none: 'Set up with Stripe',
  onboarding: 'Go on at Stripe',
  restricted: 'Answer Stripe',
  active: 'Change your bank at Stripe',
};

interface PayeePanelProps {
  readonly payee: PayeeView;
  /** Of the profile, where there is one. */
  readonly likelyCountry: string;
}

/** Whether the assistant can be paid, in plain words, and the way to Stripe's own page. */
export function PayeePanel({ payee, likelyCountry }: PayeePanelProps) {
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
  const [tone, label] = states[payee.state];
  const verb = verbs[payee.state];

  return (
    <Form form={form}>
      <p className="flex flex-wrap items-center gap-3">
        <State tone={tone}>{label}</State>
        {payee.country ? <span className="text-ink-soft">in {countryName(payee.country)}</span> : null}
      </p>
      <p className="mt-2 max-w-[var(--measure)]">{payee.says}</p>
      {payee.can.begin && verb ? (
        <div className="mt-4 flex flex-wrap items-end gap-4">
          {payee.state === 'none' ? (
            <SelectField
              label="Where is your bank?"
              className="w-56"
              prompt="Choose"
              options={(taxonomy?.countries ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              {...form.text('country')}
            />
          ) : null}
          <Button type="submit" weight={payee.state === 'active' ? 'plain' : 'strong'} isBusy={form.isBusy}>
            {verb}
          </Button>
        </div>
      ) : null}
      <p className="mt-3 text-fine text-ink-faint">Bank details are typed at Stripe. Kontor never sees them.</p>
    </Form>
  );
}
