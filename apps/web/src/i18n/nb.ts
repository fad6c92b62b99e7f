import { byNamespace } from './by-namespace.ts';

export const messages = byNamespace(
  import.meta.glob(['./nb/*.json', '!./nb/staff.json'], { eager: true, import: 'default' }),
);
