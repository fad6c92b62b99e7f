import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { SecondFactorsView, StepUpRequest } from '@app/wire/identity';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { Fetched } from '../../ui/states.tsx';
import { CodeForm } from './code-form.tsx';
import { FirstField } from './first-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { stepUpWithPasskey } from './passkeys.ts';
import { ProviderAgain } from './provider-again.tsx';
import { secondFactorsQuery, stepUp } from './second-factor.requests.ts';

interface StepUpDialogProps {
  onDone(): void;
  onClose(): void;
}

/** Asks once more who is at the screen. What was typed behind it stays where it is, and is sent afterwards. */
export function StepUpDialog({ onDone, onClose }: StepUpDialogProps) {
  const t = useTranslations('sign-in');
  const factors = useQuery(secondFactorsQuery);
  const show = async (shown: StepUpRequest) => {
    await stepUp(shown);
    onDone();
  };
  return (
    <Dialog title={t('stepUpTitle')} onClose={onClose}>
      <Fetched query={factors} lines={2}>
        {({ stepUpBy }) => (
          <>
            <p className="mb-4 text-ink-soft">{stepUpBy[0] === 'provider' ? t('stepUpBare') : t('stepUpWhy')}</p>
            <Ways stepUpBy={stepUpBy} show={show} onDone={onDone} />
          </>
        )}
      </Fetched>
    </Dialog>
  );
}

interface WaysProps {
  readonly stepUpBy: SecondFactorsView['stepUpBy'];
  show(shown: StepUpRequest): Promise<void>;
  onDone(): void;
}

function Ways({ stepUpBy, show, onDone }: WaysProps) {
  const t = useTranslations('sign-in');
  const byPasskey = async () => {
    await stepUpWithPasskey();
    onDone();
  };
  return (
    <div className="grid gap-4">
      {stepUpBy.includes('totp') ? (
        <CodeForm hasRecoveryCodes={stepUpBy.includes('recovery_code')} does={t('goOn')} send={show} />
      ) : null}
      {stepUpBy.includes('password') ? <PasswordAgain show={show} /> : null}
      {stepUpBy.includes('passkey') ? <PasskeyButton use={byPasskey} /> : null}
      {stepUpBy.includes('provider') ? <ProviderAgain /> : null}
    </div>
  );
}

function PasswordAgain({ show }: Pick<WaysProps, 'show'>) {
  const t = useTranslations('sign-in');
  const form = useForm({ initial: { password: '' }, send: show });
  return (
    <Form form={form} className="grid gap-4">
      <FirstField>
        <TextField
          label={t('yourPassword')}
          type="password"
          autoComplete="current-password"
          {...form.text('password')}
        />
      </FirstField>
      <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
        {t('goOn')}
      </Button>
    </Form>
  );
}
