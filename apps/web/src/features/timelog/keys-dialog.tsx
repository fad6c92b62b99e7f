import { useTranslations } from 'use-intl';

import { Dialog } from '../../ui/dialog.tsx';
import { useKeysSwitch } from './keys.ts';

const rows = [
  { keys: ['S'], does: 'start' },
  { keys: ['1', '9'], does: 'nth' },
  { keys: ['X'], does: 'stop' },
  { keys: ['N'], does: 'log' },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
  { keys: ['Ctrl', 'K'], does: 'palette' },
  { keys: ['← ↑ → ↓'], does: 'cells' },
  { keys: ['↵'], does: 'open' },
  { keys: ['9-12:30'], does: 'type' },
  { keys: ['Alt', '← →'], does: 'moveDay' },
  { keys: ['Alt', '↑ ↓'], does: 'moveTime' },
  { keys: ['Del'], does: 'delete' },
  { keys: ['?'], does: 'help' },
] as const;

/** What the keyboard does here. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('time');
  const [isOn, setOn] = useKeysSwitch();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <label className="flex min-h-[var(--thumb)] items-start gap-3">
        <input
          type="checkbox"
          className="mt-1 size-4 flex-none"
          checked={isOn}
          onChange={(event) => setOn(event.target.checked)}
        />
        <span>{t('keys.on')}</span>
      </label>
      <dl className="mt-3 border-t border-rule">
        {rows.map(({ keys, does }) => (
          <div
            key={does}
            className="grid grid-cols-[8rem_minmax(0,1fr)] items-baseline gap-3 border-b border-rule py-2"
          >
            <dt className="flex flex-wrap gap-1">
              {keys.map((key) => (
                <kbd key={key} className="border border-edge bg-band px-1.5 text-fine whitespace-nowrap">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
