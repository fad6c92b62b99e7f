import { byNamespace } from './by-namespace.ts';

export const messages = byNamespace(
  import.meta.glob(['./en/*.json', '!./en/staff.json'], { eager: true, import: 'default' }),
);
