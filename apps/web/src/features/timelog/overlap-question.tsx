import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { byLocale } from '../../i18n/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { useReader } from '../../ui/reader.tsx';
import { type Overlap, type OverlapChoice, outcomeOf } from './overlap.ts';

const lists = byLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

interface OverlapQuestionProps {
  readonly overlap: Overlap;
  /** Whose time is being logged. */
  readonly newName: string;
  readonly chosen: 'refuse' | OverlapChoice;
  readonly isBusy: boolean;
  readonly problem: unknown;
  onChoose(choice: OverlapChoice): void;
  onAnswer(): void;
  onBack(): void;
}

/** One second is paid once: here is what is in the way, and what can be done about it. */
export function OverlapQuestion(props: OverlapQuestionProps) {
  const { overlap, newName, chosen, isBusy, problem, onChoose, onAnswer, onBack } = props;
  const t = useTranslations('time');
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const names = lists().format([...new Set(overlap.overlaps.map(({ clientName }) => clientName))]);

  return (
    <div ref={ref} tabIndex={-1} className="outline-none">
      <p role="alert">{t.rich('overlapText', { names, strong: (chunks) => <strong>{chunks}</strong> })}</p>
      <Bands overlap={overlap} newName={newName} chosen={chosen} />
      {problem === null ? null : <ProblemNote error={problem} />}
      <fieldset className="mt-4">
        <legend className="sr-only">{t('whatHappens')}</legend>
        <div className="border-t border-rule">
          {overlap.choices.map((choice) => (
            <label
              key={choice}
              className="flex items-start gap-3 border-b border-rule px-2 py-3 hover:bg-band has-checked:bg-band"
            >
              <input
                type="radio"
                name={id}
                className="mt-1 size-4 flex-none"
                checked={chosen === choice}
                onChange={() => onChoose(choice)}
              />
              <Choice choice={choice} overlap={overlap} newName={newName} oldName={names} />
            </label>
          ))}
        </div>
      </fieldset>
      {overlap.choices.length === 0 ? <p className="mt-2 text-ink-soft">{t('noRoom')}</p> : null}
      <DialogActions>
        <Button onClick={onBack}>{t('changeTimes')}</Button>
        {overlap.choices.length > 0 ? (
          <Button weight="strong" isBusy={isBusy} disabled={chosen === 'refuse'} onClick={onAnswer}>
            {t('logSo')}
          </Button>
        ) : null}
      </DialogActions>
    </div>
  );
}

interface ChoiceProps {
  readonly choice: OverlapChoice;
  readonly overlap: Overlap;
  readonly newName: string;
  readonly oldName: string;
}

function Choice({ choice, overlap, newName, oldName }: ChoiceProps) {
  const t = useTranslations('time');
  const { zone } = useReader();
  const outcome = outcomeOf(choice, overlap);
  const say = (stretches: readonly { start: number; end: number }[]) =>
    lists().format(
      stretches.map(({ start, end }) => t('stretch', { start: clock(start, zone), end: clock(end, zone, true) })),
    );
  return (
    <span className="min-w-0 leading-snug">
      <span className="block font-semibold">{t(`choice.${choice}`, { newName, oldName })}</span>
      <span className="block text-fine text-ink-soft">
        {t('outcome', { newName, oldName, added: say(outcome.added), kept: say(outcome.kept.flat()) })}
      </span>
    </span>
  );
}

interface BandsProps {
  readonly overlap: Overlap;
  readonly newName: string;
  readonly chosen: 'refuse' | OverlapChoice;
}

/** The stretches above each other on one scale; with a choice, what would become of them. */
function Bands({ overlap, newName, chosen }: BandsProps) {
  const { zone } = useReader();
  const fresh = { start: Date.parse(overlap.start), end: Date.parse(overlap.end) };
  const outcome = chosen === 'refuse' ? null : outcomeOf(chosen, overlap);
  const rows = [
    { key: 'new', name: newName, whole: fresh, rests: outcome?.added ?? [fresh], isNew: true },
    ...overlap.overlaps.map(({ entryId, clientName, start, end }, place) => {
      const whole = { start: Date.parse(start), end: end === null ? fresh.end : Date.parse(end) };
      return { key: entryId, name: clientName, whole, rests: outcome?.kept[place] ?? [whole], isNew: false };
    }),
  ];
  const first = Math.min(...rows.map(({ whole }) => whole.start));
  const last = Math.max(...rows.map(({ whole }) => whole.end));
  const at = (instant: number) => `${(100 * (instant - first)) / (last - first)}%`;
  const wide = ({ start, end }: { start: number; end: number }) => `${(100 * (end - start)) / (last - first)}%`;

  return (
    <div className="mt-4 grid gap-2" aria-hidden="true">
      {rows.map(({ key, name, whole, rests, isNew }) => (
        <div key={key}>
          <p className="flex justify-between gap-3 text-fine">
            <span className="truncate font-semibold">{name}</span>
            <span className="flex-none text-ink-soft">
              {clock(whole.start, zone)}–{clock(whole.end, zone, true)}
            </span>
          </p>
          <div className="relative mt-0.5 h-4 border-b border-rule bg-band">
            <span
              className="absolute inset-y-0 border border-dashed border-edge"
              style={{ left: at(whole.start), width: wide(whole) }}
            />
            {rests.map((rest) => (
              <span
                key={rest.start}
                className={`absolute inset-y-0 transition-all duration-[var(--settle)] ${isNew ? 'bg-wet' : 'bg-ink'}`}
                style={{ left: at(rest.start), width: wide(rest) }}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function clock(instant: number, zone: string, isEnd = false): string {
  return formatInstant(new Date(instant), { zone, as: 'time', isEnd });
}
