import type { DisputeRuleViews, StaffDisputeDetail } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { formatAgreed } from '../../ui/duration.tsx';
import { Fault, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Instant } from '../../ui/instant.tsx';
import { MINUTE, type LineVerdict, verdicts } from './decision.ts';
import { useRuleWords } from './rule-words.ts';

type Line = StaffDisputeDetail['lines'][number];

interface DecisionLineProps {
  readonly line: Line;
  readonly ground: StaffDisputeDetail['ground'];
  readonly rules: DisputeRuleViews;
  readonly value: LineVerdict;
  /** By `verdict`, `refundSeconds`, `ruleId`, `reason`. */
  fault(field: string): string | undefined;
  onChange(value: LineVerdict): void;
}

/** One disputed line and what is decided of it: pay, refund, or so many minutes back, by which rule and why. */
export function DecisionLine({ line, ground, rules, value, fault, onChange }: DecisionLineProps) {
  const t = useTranslations('staff');
  const ruleWords = useRuleWords();
  const citable = rules.filter(
    ({ grounds, speaksFor }) =>
      grounds.includes(ground) && (value.verdict === 'split' || speaksFor === 'either' || speaksFor === value.verdict),
  );
  return (
    <fieldset className="min-w-0 border-t border-rule pt-3">
      <legend className="float-left w-full pb-2">
        <span className="font-semibold">
          <Instant at={line.start} />–<Instant at={line.end} as="time" isEnd />
        </span>{' '}
        <span className="text-ink-soft">{line.note}</span>
        <span className="block text-fine text-ink-faint">
          {t('decide.disputed', {
            disputed: formatAgreed(Math.trunc(line.seconds / MINUTE)),
            all: formatAgreed(Math.trunc(line.entrySeconds / MINUTE)),
          })}
        </span>
      </legend>
      <div className="clear-both grid gap-3">
        <div role="radiogroup" aria-label={t('decide.verdict')} className="flex flex-wrap gap-2">
          {verdicts.map((verdict) => (
            <label
              key={verdict}
              className="inline-flex min-h-[var(--control)] items-center gap-2 rounded border border-edge bg-sheet px-3 hover:border-ink has-checked:border-ink has-checked:bg-band has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-wet"
            >
              <input
                type="radio"
                name={`verdict ${line.id}`}
                checked={value.verdict === verdict}
                onChange={() => onChange({ ...value, verdict, ruleId: '' })}
              />
              {t(`decide.verdicts.${verdict}`)}
            </label>
          ))}
        </div>
        {fault('verdict') ? <Fault>{fault('verdict')}</Fault> : null}
        {value.verdict === 'split' ? (
          <TextField
            label={t('decide.minutes')}
            help={t('decide.minutesHelp', { most: Math.trunc((line.seconds - 1) / MINUTE) })}
            inputMode="numeric"
            className="max-w-40"
            value={value.minutes}
            fault={fault('refundSeconds')}
            onChange={(minutes) => onChange({ ...value, minutes })}
          />
        ) : null}
        <SelectField
          label={t('decide.rule')}
          prompt={t('decide.choose')}
          disabled={value.verdict === null}
          options={citable.map(({ id }) => ({ value: id, label: ruleWords(id) }))}
          value={value.ruleId}
          fault={fault('ruleId')}
          onChange={(ruleId) => onChange({ ...value, ruleId })}
        />
        <TextArea
          label={t('decide.reason')}
          help={t('decide.reasonHelp')}
          rows={2}
          value={value.reason}
          fault={fault('reason')}
          onChange={(reason) => onChange({ ...value, reason })}
        />
      </div>
    </fieldset>
  );
}
