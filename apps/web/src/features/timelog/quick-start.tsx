import type { WeekView } from '@app/wire/timelog';

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
  return (
    <Dialog title={`Work for ${week.client.name}`} onClose={onClose}>
      <StartTimerForm
        weeks={[week]}
        verb={timer.running ? 'Switch' : 'Start'}
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
