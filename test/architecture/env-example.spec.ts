import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { settings } from '@app/config';

import { root } from './sources.ts';

test('.env.example names every setting there is, and no other', () => {
  const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^#?\s?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
  expect(named.sort()).toEqual(Object.keys(settings.shape).sort());
});
