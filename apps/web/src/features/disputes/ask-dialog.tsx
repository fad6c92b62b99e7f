import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { useToast } from '../../ui/toast.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { WordsDialog } from './words-dialog.tsx';

interface AskDialogProps {
  readonly entry: { readonly id: string; readonly note: string };
  readonly assistantName: string;
  onClose(): void;
}

/** A question about one entry, before anything is disputed. The review goes on meanwhile. */
export function AskDialog({ entry, assistantName, onClose }: AskDialogProps) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  return (
    <WordsDialog
      title={t('askTitle', { name: assistantName })}
      label={t('yourQuestion')}
      help={t('askHelp')}
      verb={t('askVerb')}
      draft={`ask ${entry.id}`}
      send={async (question, key) => {
        await send('POST', `/time-entries/${entry.id}/queries`, { body: { question }, idempotencyKey: key });
        await changed();
        say(t('askedToast', { name: assistantName }));
      }}
      onClose={onClose}
    >
      <p className="border-l-2 border-edge pl-3 text-ink-soft">{entry.note}</p>
    </WordsDialog>
  );
}
