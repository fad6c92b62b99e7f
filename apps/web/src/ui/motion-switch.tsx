import { useState } from 'react';
import { useTranslations } from 'use-intl';

/** Nothing moves any more, also where the system would let it; the choice is kept in this browser. */
export function MotionSwitch() {
  const t = useTranslations('ui');
  const [isCalm, setCalm] = useState(() => document.documentElement.dataset.motion === 'off');
  const change = (calm: boolean) => {
    setCalm(calm);
    if (calm) {
      document.documentElement.dataset.motion = 'off';
      localStorage.setItem('motion', 'off');
      return;
    }
    delete document.documentElement.dataset.motion;
    localStorage.removeItem('motion');
  };
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input type="checkbox" className="size-4" checked={isCalm} onChange={(event) => change(event.target.checked)} />
      {t('noMotion')}
    </label>
  );
}
