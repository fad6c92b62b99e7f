import type { ImportTimeRequest, TimeImported, WeekView } from '@app/wire/timelog';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ApiError } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Duration } from '../../ui/duration.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Section } from '../../ui/page.tsx';
import { allZones, useReader } from '../../ui/reader.tsx';
import { Table } from '../../ui/table.tsx';
import { CsvFaults, csvFaults, moreFaults } from './csv-faults.tsx';
import type { Fold } from './stretch.ts';
import { useTimelogChanged } from './timelog.queries.ts';

/** Of a long file the rest is drawn for whoever wants to read it. */
const SHOWN_AT_FIRST = 100;

interface CsvImportProps {
  readonly weeks: readonly WeekView[];
  onHandedOver(): void;
}

interface Typed {
  readonly contractId: string;
  readonly zone: string;
  readonly fileName: string;
  readonly csv: string;
  readonly preview: boolean;
  readonly fold: Fold;
  readonly dates: '' | 'day_first' | 'month_first';
}

/**
 * A file from another tracker: first what it would log, line by line, then it is handed over to be logged. One fault
 * refuses all of it.
 */
export function CsvImport({ weeks, onHandedOver }: CsvImportProps) {
  const t = useTranslations('time');
  const ui = useTranslations('ui');
  const imports = useTranslations('imports');
  const { zone } = useReader();
  const changed = useTimelogChanged();
  const [handedOver, setHandedOver] = useState(0);
  const [preview, setPreview] = useState<TimeImported | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const form = useForm<Typed>({
    initial: {
      contractId: weeks.length === 1 ? (weeks[0]?.contractId ?? '') : '',
      zone,
      fileName: '',
      csv: '',
      preview: true,
      fold: '',
      dates: '',
    },
    request: ({ fold, dates, ...values }): ImportTimeRequest => ({
      ...values,
      ...(fold === '' ? {} : { fold }),
      ...(dates === '' ? {} : { dates }),
    }),
    schema: async () => (await import('@app/wire/timelog')).ImportTimeRequest,
    send: async (request: ImportTimeRequest, idempotencyKey) => {
      const read = await send<TimeImported>('POST', '/time-imports', { body: request, idempotencyKey });
      if (request.preview) {
        setPreview(read);
        form.set('preview', false);
        return;
      }
      setHandedOver((count) => count + 1);
      await Promise.all([choose(undefined), changed()]);
      onHandedOver();
    },
  });
  const choose = async (file: File | undefined) => {
    setPreview(null);
    form.replace({
      ...form.values,
      fold: '',
      dates: '',
      preview: true,
      fileName: file?.name ?? '',
      csv: file ? await file.text() : '',
    });
  };
  const change = (field: 'contractId' | 'zone' | 'fold' | 'dates') => (value: string) => {
    setPreview(null);
    form.replace({ ...form.values, preview: true, [field]: value });
  };
  const faults = form.problem instanceof ApiError ? csvFaults(form.problem) : [];
  const asksDates = form.values.dates !== '' || faults.some(({ message }) => /may be two days/.test(message));
  const asksFold =
    form.values.fold !== '' || faults.some(({ message }) => message.startsWith('comes twice that night'));

  return (
    <Form form={form} shows={['csv']}>
      <Section title={t('theFile')} note={t('theFileNote')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FileField
            key={handedOver}
            fileName={form.values.fileName}
            onChoose={(file) => void choose(file)}
            fault={form.faults.fileName}
          />
          <SelectField
            label={t('client')}
            prompt={ui('choose')}
            options={weeks.map((week) => ({ value: week.contractId, label: `${week.client.name}: ${week.title}` }))}
            {...form.text('contractId')}
            onChange={change('contractId')}
          />
          <SelectField
            label={t('fileZone')}
            options={allZones(zone).map((value) => ({ value, label: value }))}
            {...form.text('zone')}
            onChange={change('zone')}
          />
          {asksDates ? (
            <SelectField
              label={t('datesQuestion')}
              help={t('fileAsks')}
              prompt={ui('choose')}
              options={[
                { value: 'day_first', label: t('datesDay') },
                { value: 'month_first', label: t('datesMonth') },
              ]}
              {...form.text('dates')}
              onChange={change('dates')}
            />
          ) : null}
          {asksFold ? (
            <SelectField
              label={t('clocksBack')}
              help={t('fileAsks')}
              prompt={ui('choose')}
              options={[
                { value: 'earlier', label: t('foldEarlier') },
                { value: 'later', label: t('foldLater') },
              ]}
              {...form.text('fold')}
              onChange={change('fold')}
            />
          ) : null}
          <div className="self-end">
            <Button
              type="submit"
              weight={preview ? 'plain' : 'strong'}
              isBusy={form.isBusy && !preview}
              disabled={preview !== null || form.values.csv === '' || form.values.contractId === ''}
            >
              {t('readFirst')}
            </Button>
          </div>
        </div>
        <output className="block text-fine text-ink-soft">
          {form.isBusy ? (
            <>
              <progress className="mt-4 block h-1.5 w-full" aria-label={t('csvFile')} />
              {preview
                ? imports('handingOver', { name: form.values.fileName })
                : t('reading', { name: form.values.fileName })}
            </>
          ) : null}
        </output>
        {faults.length > 0 ? <CsvFaults faults={faults} more={moreFaults(form.problem)} csv={form.values.csv} /> : null}
      </Section>
      {preview ? (
        <Section
          title={t('wouldLog')}
          note={t.rich('wouldLogNote', { rows: preview.rows, duration: () => <Duration seconds={preview.seconds} /> })}
        >
          <Table
            caption={t('importCaption')}
            rows={showsAll ? preview.entries : preview.entries.slice(0, SHOWN_AT_FIRST)}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: 'line', label: t('line'), render: ({ line }) => line, className: 'sm:w-14 text-ink-faint' },
              { key: 'when', label: t('when'), render: ({ start }) => <Instant at={start} /> },
              { key: 'note', label: t('note'), isHeading: true, render: ({ note }) => note, className: 'font-normal' },
              {
                key: 'time',
                label: t('time'),
                isNumber: true,
                render: ({ start, end }) => <Duration seconds={(Date.parse(end) - Date.parse(start)) / 1000} />,
              },
            ]}
          />
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            {!showsAll && preview.rows > SHOWN_AT_FIRST ? (
              <Button onClick={() => setShowsAll(true)}>{t('showAllRows', { rows: preview.rows })}</Button>
            ) : null}
            <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
              {t('logAll', { rows: String(preview.rows) })}
            </Button>
          </div>
        </Section>
      ) : null}
      {preview && preview.leftOut.length > 0 ? (
        <Section title={t('leftOut')} note={t('leftOutNote', { count: preview.leftOut.length })}>
          <ul>
            {preview.leftOut.map(({ line, reasonCode }) => (
              <li key={line} className="flex gap-4 border-b border-rule py-2">
                <span className="w-16 flex-none text-fine text-ink-faint">
                  {t('faultLine', { line: String(line) })}
                </span>
                {t(`leftOutReason.${reasonCode}`)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Form>
  );
}

interface FileFieldProps {
  readonly fileName: string;
  readonly fault: string | undefined;
  onChoose(file: File | undefined): void;
}

function FileField({ fileName, fault, onChoose }: FileFieldProps) {
  const t = useTranslations('time');
  return (
    <div>
      <label className="block text-fine font-semibold">
        {t('csvFile')}
        <input
          type="file"
          accept=".csv,text/csv"
          aria-invalid={fault ? true : undefined}
          onChange={(event) => onChoose(event.target.files?.[0])}
          className="mt-1 block min-h-[var(--control)] w-full rounded border border-edge bg-sheet font-normal file:mr-3 file:min-h-[var(--control)] file:border-0 file:border-r file:border-edge file:bg-band file:px-3 file:font-semibold file:text-ink"
        />
      </label>
      <span className="sr-only" aria-live="polite">
        {fileName}
      </span>
    </div>
  );
}
