import { byNamespace } from './by-namespace.ts';

export const messages = byNamespace(import.meta.glob('./nb/*.json', { eager: true, import: 'default' }));
