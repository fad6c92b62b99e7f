import { Command } from 'cmdk';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { Dialog } from '../../ui/dialog.tsx';
import type { Side } from './places.ts';
import { type PaletteGroup, usePaletteGroups } from './palette-groups.ts';

interface PaletteProps {
  readonly side: Side;
  onClose(): void;
}

/** Every place, every client by name, and what is done often: two keys and a few letters away. */
export function Palette({ side, onClose }: PaletteProps) {
  const t = useTranslations('shell');
  const [, navigate] = useLocation();
  const groups = usePaletteGroups(side);
  return (
    <Dialog title={t('search')} onClose={onClose}>
      <Command label={t('search')} loop>
        <Command.Input
          placeholder={t('searchHint')}
          className="min-h-[var(--thumb)] w-full rounded border border-edge bg-sheet px-3 placeholder:text-ink-faint"
        />
        <Command.List className="mt-3 h-[min(24rem,50dvh)] overflow-y-auto">
          <Command.Empty className="py-3 text-ink-soft">{t('nothingFound')}</Command.Empty>
          {groups.map((group) => (
            <Group
              key={group.name}
              group={group}
              onChosen={(to) => {
                onClose();
                if (to) navigate(to);
              }}
            />
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Group({ group, onChosen }: { readonly group: PaletteGroup; onChosen(to: string | undefined): void }) {
  const t = useTranslations('shell');
  if (group.items.length === 0) return null;
  return (
    <Command.Group
      heading={t(`groups.${group.name}`)}
      className="mb-3 [&_[cmdk-group-heading]]:border-b [&_[cmdk-group-heading]]:border-rule [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-fine [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {group.items.map(({ key, text, detail, to, run }) => (
        <Command.Item
          key={key}
          value={`${text} ${detail ?? ''} ${key}`}
          onSelect={() => {
            void run?.();
            onChosen(to);
          }}
          className="flex min-h-10 cursor-pointer items-center justify-between gap-4 border-l-4 border-transparent px-2 data-[selected=true]:border-wet data-[selected=true]:bg-band"
        >
          <span className="min-w-0 truncate">{text}</span>
          {detail ? <span className="min-w-0 flex-none truncate text-fine text-ink-faint">{detail}</span> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
