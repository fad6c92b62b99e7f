import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { FirstField } from './first-field.tsx';

type Shown = { readonly totp: string } | { readonly recoveryCode: string };

interface CodeFormProps {
  /** Whether there are recovery codes for who has not the app at hand. */
  readonly hasRecoveryCodes: boolean;
  /** What the button says. */
  readonly does: string;
  send(shown: Shown): Promise<void>;
}

/** A code of the authenticator app or, one click away, a recovery code. */
export function CodeForm({ hasRecoveryCodes, does, send }: CodeFormProps) {
  const t = useTranslations('sign-in');
  const [isRecovery, setRecovery] = useState(false);
  const form = useForm({
    initial: { totp: '', recoveryCode: '' },
    request: ({ totp, recoveryCode }) => (isRecovery ? { recoveryCode } : { totp }),
    schema: async () => {
      const { RecoveryCodeShown, TotpShown } = await import('@app/wire/identity');
      return isRecovery ? RecoveryCodeShown : TotpShown;
    },
    send,
  });
  return (
    <Form form={form} className="grid gap-4">
      {isRecovery ? (
        <FirstField key="recovery">
          <TextField
            label={t('recoveryCode')}
            help={t('recoveryHelp')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.text('recoveryCode')}
          />
        </FirstField>
      ) : (
        <FirstField key="totp">
          <TextField
            label={t('code')}
            help={t('codeHelp')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={7}
            {...form.text('totp')}
          />
        </FirstField>
      )}
      <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
        {does}
      </Button>
      {hasRecoveryCodes ? (
        <Button weight="quiet" onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? t('useApp') : t('useRecovery')}
        </Button>
      ) : null}
    </Form>
  );
}
