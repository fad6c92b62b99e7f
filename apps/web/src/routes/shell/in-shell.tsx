import type { ComponentType } from 'react';

import { later } from '../../ui/later.tsx';
import { Loading } from '../../ui/states.tsx';

/** A screen of a room, or a large part of one: the rest stands while its code comes. */
export function inShell<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  return later(fetch, Lines);
}

function Lines() {
  return <Loading lines={6} />;
}
