import { byNamespace } from './by-namespace.ts';

export const messages = byNamespace(
  import.meta.glob(['./sv/*.json', '!./sv/staff.json'], { eager: true, import: 'default' }),
);
