import type { CreatedApiToken, NewApiToken, TokenScope } from '@app/wire/api-tokens';
import { tokenScopes } from '@app/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Choices, SelectField, TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { createToken, tokensQuery } from './tokens.requests.ts';

const LIVES_DAYS = [30, 90, 365];

/** What it is for and what it may do; then the token itself, this one time. */
export function CreateTokenDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('tokens');
  const [created, setCreated] = useState<CreatedApiToken | null>(null);
  return (
    <Dialog title={created ? t('keepIt') : t('create')} onClose={onClose}>
      {created ? <Shown created={created} onKept={onClose} /> : <NewToken onCreated={setCreated} onClose={onClose} />}
    </Dialog>
  );
}

interface Wanted {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: string;
}

function NewToken({ onCreated, onClose }: { onCreated(created: CreatedApiToken): void; onClose(): void }) {
  const t = useTranslations('tokens');
  const queryClient = useQueryClient();
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const form = useForm<Omit<Wanted, 'scopes'>>({
    initial: { name: '', days: '90' },
    schema: async () => (await import('@app/wire/api-tokens')).NewApiToken,
    request: ({ name, days }): NewApiToken => ({ name, scopes: [...scopes] as TokenScope[], days: Number(days) }),
    send: async (request: NewApiToken) => {
      onCreated(await createToken(request));
      await queryClient.invalidateQueries(tokensQuery);
    },
  });
  return (
    <Form form={form} shows={['scopes']} className="grid gap-4">
      <TextField label={t('name')} help={t('nameHelp')} autoComplete="off" {...form.text('name')} />
      <Choices
        legend={t('mayDo')}
        options={tokenScopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
        chosen={scopes}
        onChange={setScopes}
        fault={form.faults.scopes}
      />
      <SelectField
        label={t('expires')}
        options={LIVES_DAYS.map((days) => ({ value: String(days), label: t('afterDays', { days }) }))}
        {...form.text('days')}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" weight="strong" isBusy={form.isBusy}>
          {t('create')}
        </Button>
      </DialogActions>
    </Form>
  );
}

function Shown({ created: { secret, token }, onKept }: { readonly created: CreatedApiToken; onKept(): void }) {
  const t = useTranslations('tokens');
  const say = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    say(t('copied'));
  };
  return (
    <>
      <p className="text-ink-soft">{t('onceOnly')}</p>
      <p className="mt-4 border-y border-rule bg-band px-4 py-3 font-semibold break-all">
        <span className="sr-only">{t('tokenNamed', { name: token.name })} </span>
        {secret}
      </p>
      <DialogActions>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden="true" className="size-4" strokeWidth={1.5} />
          {t('copy')}
        </Button>
        <Button weight="strong" onClick={onKept}>
          {t('kept')}
        </Button>
      </DialogActions>
    </>
  );
}
