import type { ErasureView } from '@app/wire/privacy';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, ProblemNote, useForm } from '../../ui/form.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { useReader } from '../../ui/reader.tsx';
import { useToast } from '../../ui/toast.tsx';
import { askForErasure, erasureQuery, keepAccount } from './privacy.requests.ts';

/** What goes, what stays, what stands in the way, and the wish itself. */
export function ErasurePanel({ view, email }: { readonly view: ErasureView; readonly email: string }) {
  const t = useTranslations('privacy');
  const [isAsking, setAsking] = useState(false);
  if (view.erasure) return <Waiting erasure={view.erasure} obstacles={view.obstacles} />;
  return (
    <>
      <WhatStays />
      {view.obstacles.length > 0 ? <Obstacles obstacles={view.obstacles} /> : null}
      <Button weight="grave" disabled={!view.can.request} onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      {isAsking ? <AskDialog email={email} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function WhatStays() {
  const t = useTranslations('privacy');
  return (
    <dl className="mb-4 grid max-w-prose gap-3">
      <div>
        <dt className="font-semibold">{t('goes')}</dt>
        <dd>{t('goesText')}</dd>
      </div>
      <div>
        <dt className="font-semibold">{t('stays')}</dt>
        <dd>{t('staysText')}</dd>
      </div>
    </dl>
  );
}

function Obstacles({ obstacles }: Pick<ErasureView, 'obstacles'>) {
  const t = useTranslations('privacy');
  const reader = useReader();
  return (
    <div className="mb-4 border-l-4 border-rule-strong bg-band px-3 py-3">
      <p className="font-semibold">{t('inTheWay')}</p>
      <ul className="mt-1 list-disc pl-5">
        {obstacles.map(({ code, count, until }) => (
          <li key={code}>
            {t(`obstacles.${code}`, { count })}{' '}
            {until === null ? null : t('obstacleUntil', { at: formatInstant(new Date(until), reader) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WaitingProps extends Pick<ErasureView, 'obstacles'> {
  readonly erasure: NonNullable<ErasureView['erasure']>;
}

function Waiting({ erasure, obstacles }: WaitingProps) {
  const t = useTranslations('privacy');
  const client = useQueryClient();
  const say = useToast();
  const reader = useReader();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await keepAccount();
      say(t('kept'));
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries(erasureQuery);
    setBusy(false);
  };
  return (
    <div>
      <p className="max-w-prose font-semibold">
        {t('erasesAt', { at: formatInstant(new Date(erasure.erasesAt), reader) })}
      </p>
      {erasure.postponedAt ? <p className="mt-2 max-w-prose">{t('postponed')}</p> : null}
      {obstacles.length > 0 ? <Obstacles obstacles={obstacles} /> : null}
      {problem === null ? null : <ProblemNote error={problem} />}
      <Button weight="strong" isBusy={isBusy} onClick={() => void keep()} className="mt-4">
        {t('keep')}
      </Button>
    </div>
  );
}

function AskDialog({ email, onClose }: { readonly email: string; onClose(): void }) {
  const t = useTranslations('privacy');
  const ui = useTranslations('ui');
  const client = useQueryClient();
  const form = useForm({
    initial: { email: '' },
    schema: async () => (await import('@app/wire/privacy')).RequestErasureRequest,
    send: async (request: { email: string }) => {
      await askForErasure(request.email);
      await client.invalidateQueries(erasureQuery);
      onClose();
    },
  });
  return (
    <Dialog title={t('deleteTitle')} onClose={onClose}>
      <p className="mb-4">{t('deleteText')}</p>
      <Form form={form} className="grid gap-4">
        <TextField
          label={t('typeEmail')}
          help={<span className="wrap-anywhere">{email}</span>}
          type="email"
          autoComplete="off"
          {...form.text('email')}
        />
        <DialogActions>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" weight="grave" isBusy={form.isBusy}>
            {t('delete')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
