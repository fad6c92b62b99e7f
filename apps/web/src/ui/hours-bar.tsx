import { useTranslations } from 'use-intl';

import { formatHours, sayHours } from './duration.tsx';

interface HoursBarProps {
  readonly label: string;
  readonly seconds: number;
  readonly limitSeconds: number;
  readonly overSeconds?: number;
  readonly isRunning?: boolean;
  /** What is left can still be worked. */
  readonly isOpen?: boolean;
}

const WARN_AT = 0.8;

/** Hours against a weekly limit, inked from the left; what is past the limit is hatched after it. */
export function HoursBar({
  label,
  seconds,
  limitSeconds,
  overSeconds = 0,
  isRunning = false,
  isOpen = true,
}: HoursBarProps) {
  const t = useTranslations('ui');
  const whole = Math.max(limitSeconds, seconds) + overSeconds || 1;
  const percent = (part: number) => `${Math.min(100, (100 * part) / whole)}%`;
  const left = Math.max(0, limitSeconds - seconds);
  const isNearLimit = seconds >= limitSeconds * WARN_AT;
  const [worked, limit] = [sayHours(seconds), sayHours(limitSeconds)];
  const said =
    overSeconds > 0 ? t('hoursPast', { worked, limit, over: sayHours(overSeconds) }) : t('hoursOf', { worked, limit });
  return (
    <div className="min-w-0">
      <meter
        className="sr-only"
        aria-label={label}
        min={0}
        max={limitSeconds}
        value={Math.min(seconds, limitSeconds)}
        aria-valuetext={said}
      >
        {said}
      </meter>
      <div aria-hidden="true" className="relative flex h-3 border border-edge bg-sheet">
        <span className={isRunning ? 'bg-wet' : 'bg-ink'} style={{ width: percent(seconds) }} />
        {overSeconds > 0 ? <Hatched width={percent(overSeconds)} /> : null}
      </div>
      <p className="mt-1 flex justify-between gap-3 text-fine text-ink-soft">
        <span>{t('hoursOf', { worked: formatHours(seconds), limit: formatHours(limitSeconds) })}</span>
        {overSeconds > 0 || isOpen ? (
          <span className={isNearLimit ? 'font-semibold text-waiting' : ''}>
            {overSeconds > 0
              ? t('overLimit', { hours: formatHours(overSeconds) })
              : t('left', { hours: formatHours(left) })}
          </span>
        ) : null}
      </p>
    </div>
  );
}

function Hatched({ width }: { readonly width: string }) {
  return (
    <svg className="h-full border-l-2 border-ink bg-waiting-wash text-waiting" style={{ width }}>
      <defs>
        <pattern id="past-limit" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" stroke="currentColor" strokeWidth="4" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#past-limit)" />
    </svg>
  );
}
