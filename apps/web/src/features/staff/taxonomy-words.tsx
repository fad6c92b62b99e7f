import type { TaxonomyList, WordRequest } from '@app/wire/staff';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { wordFor } from '../../api/taxonomy.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { formatDate, Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ActDialog } from './act.tsx';
import { useStaffChanged } from './staff.queries.ts';
import { startOfDay } from './typed-terms.ts';

type Word = TaxonomyList[number];

/** Each specialty with its tools, and from when to when it is offered. */
export function WordList({ words }: { readonly words: readonly Word[] }) {
  const specialties = words.filter(({ kind }) => kind === 'specialty');
  return (
    <ul>
      {specialties.map((specialty) => (
        <li key={specialty.code} className="border-b border-rule py-3 last:border-b-0">
          <p className="flex flex-wrap items-center gap-2">
            <strong>{wordFor(specialty.code, specialty.name)}</strong> <OneWord word={specialty} isNamed={false} />
          </p>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {words
              .filter((tool) => tool.kind === 'tool' && tool.specialty === specialty.code)
              .map((tool) => (
                <li key={tool.code} className="inline-flex items-center gap-1">
                  <OneWord word={tool} isNamed />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function OneWord({ word, isNamed }: { readonly word: Word; readonly isNamed: boolean }) {
  const t = useTranslations('staff');
  const [isRetiring, setRetiring] = useState(false);
  const { retiredFrom, offeredFrom } = word;
  return (
    <>
      {isNamed ? wordFor(word.code, word.name) : null}
      {retiredFrom ? (
        <span className="text-fine text-ink-faint">
          {t.rich('policies.retiredFrom', { at: () => <Instant at={retiredFrom} as="date" /> })}
        </span>
      ) : (
        <>
          {isNamed ? null : (
            <span className="text-fine text-ink-faint">
              {t.rich('policies.offeredFrom', { at: () => <Instant at={offeredFrom} as="date" /> })}
            </span>
          )}
          <Button size="small" weight="quiet" onClick={() => setRetiring(true)}>
            {t('policies.retire')}
            <span className="sr-only"> {word.name}</span>
          </Button>
        </>
      )}
      {isRetiring ? <Retire word={word} onClose={() => setRetiring(false)} /> : null}
    </>
  );
}

function Retire({ word: { kind, code, name }, onClose }: { readonly word: Word; onClose(): void }) {
  const t = useTranslations('staff');
  const from = tomorrow();
  return (
    <ActDialog
      verb={t('policies.retire')}
      title={t('policies.retireTitle', { name })}
      isGrave
      said={t('policies.retired', { name })}
      run={() => send('POST', '/staff/taxonomy/retirements', { body: { kind, code, from: startOfDay(from) } })}
      onClose={onClose}
    >
      <p>{t('policies.retireText', { name, day: formatDate(from) })}</p>
    </ActDialog>
  );
}

const DAY_MS = 86_400_000;

function tomorrow(): string {
  return new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
}

/** A word that can be chosen from a day to come on: its translations come with the next release. */
export function AddWord({ words }: { readonly words: readonly Word[] }) {
  const t = useTranslations('staff');
  const say = useToast();
  const changed = useStaffChanged();
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: { kind: 'tool', code: '', name: '', specialty: '', day: '' },
    request: ({ kind, code, name, specialty, day }) => ({
      ...{ kind, code, name, offeredFrom: startOfDay(day) },
      ...(kind === 'tool' ? { specialty } : {}),
    }),
    schema: async () => (await import('@app/wire/staff')).WordRequest,
    send: async (body: WordRequest) => {
      await send('POST', '/staff/taxonomy', { body });
      setOpen(false);
      say(t('policies.wordAdded', { name: body.name }));
      await changed();
    },
  });
  const specialties = words.filter(({ kind }) => kind === 'specialty');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('policies.addWord')}
      </Button>
      {isOpen ? (
        <Dialog title={t('policies.addWord')} onClose={() => setOpen(false)}>
          <Form form={form} className="grid gap-4" shows={['offeredFrom']}>
            <SelectField
              label={t('policies.kind')}
              options={[
                { value: 'tool', label: t('policies.tool') },
                { value: 'specialty', label: t('policies.specialty') },
              ]}
              {...form.text('kind')}
            />
            <TextField label={t('policies.name')} {...form.text('name')} />
            <TextField label={t('policies.code')} help={t('policies.codeHelp')} {...form.text('code')} />
            {form.values.kind === 'tool' ? (
              <SelectField
                label={t('policies.specialty')}
                prompt={t('decide.choose')}
                options={specialties.map(({ code, name }) => ({ value: code, label: wordFor(code, name) }))}
                {...form.text('specialty')}
              />
            ) : null}
            <TextField
              label={t('policies.from')}
              help={t('policies.fromHelp')}
              type="date"
              {...form.text('day')}
              fault={form.faults.day ?? form.faults.offeredFrom}
            />
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
              <Button type="submit" weight="strong" isBusy={form.isBusy}>
                {t('policies.add')}
              </Button>
            </DialogActions>
          </Form>
        </Dialog>
      ) : null}
    </>
  );
}
