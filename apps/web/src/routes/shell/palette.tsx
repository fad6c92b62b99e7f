import { Command } from 'cmdk';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { Dialog } from '../../ui/dialog.tsx';
import { fitOf } from './fit-of.ts';
import type { Side } from './places.ts';
import { type PaletteGroup, type PaletteItem, usePaletteGroups } from './palette-groups.ts';
import { useFound } from './use-found.ts';

interface PaletteProps {
  readonly side: Side;
  onClose(): void;
}

/** Every place, every client by name, and what is done often: two keys and a few letters away. */
export function Palette({ side, onClose }: PaletteProps) {
  const t = useTranslations('shell');
  const [, navigate] = useLocation();
  const home = useTranslations('home');
  const groups = usePaletteGroups(side);
  const [typed, setTyped] = useState('');
  const { items: found, isSearching } = useFound(
    typed,
    new Set(groups.flatMap(({ items }) => items.map(({ key }) => key))),
  );
  const choose = (to: string | undefined) => {
    onClose();
    if (to) navigate(to);
  };
  return (
    <Dialog title={t('search')} onClose={onClose}>
      <Command label={t('search')} loop filter={fitOf}>
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={t('searchHint')}
          className="min-h-[var(--thumb)] w-full rounded border border-edge bg-sheet px-3 placeholder:text-ink-faint"
        />
        <Command.List className="mt-3 h-[min(24rem,50dvh)] overflow-y-auto">
          <Command.Empty className="py-3 text-ink-soft">
            {isSearching ? home('searching') : t('nothingFound')}
          </Command.Empty>
          {groups.map((group) => (
            <Group key={group.name} heading={t(`groups.${group.name}`)} items={group.items} onChosen={choose} />
          ))}
          {/* Found by what is typed: it fits, whatever it is called. */}
          <Group heading={home('found')} items={found} typed={typed} onChosen={choose} />
        </Command.List>
      </Command>
    </Dialog>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly items: PaletteGroup['items'];
  /** Everything here fits it. */
  readonly typed?: string;
  onChosen(to: PaletteItem['to']): void;
}

function Group({ heading, items, typed, onChosen }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="mb-3 [&_[cmdk-group-heading]]:border-b [&_[cmdk-group-heading]]:border-rule [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-fine [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {items.map(({ key, text, detail, to, run }) => (
        <Command.Item
          key={key}
          value={`${text} ${detail ?? ''} ${key}`}
          {...(typed ? { keywords: [typed] } : {})}
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
