import type { WeekView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

import { Dialog } from '../../ui/dialog.tsx';
import { StartTimerForm } from './start-timer-form.tsx';
import type { useTimer } from './use-timer.ts';

interface QuickStartProps {
  readonly week: WeekView;
  readonly timer: ReturnType<typeof useTimer>;
  onClose(): void;
}

/** The timer for one client, who has no note of today to go on with. */
export function QuickStart({ week, timer, onClose }: QuickStartProps) {
  const t = useTranslations('time');
  return (
    <Dialog title={t('workFor', { name: week.client.name })} onClose={onClose}>
      <StartTimerForm
        weeks={[week]}
        verb={timer.running ? t('switch') : t('start')}
        isBusy={timer.isBusy}
        problem={timer.problem}
        onStart={async (contractId, note) => {
          const started = await timer.run({ contractId, note });
          if (started) onClose();
          return started;
        }}
      />
    </Dialog>
  );
}
