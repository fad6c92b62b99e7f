import { basename } from 'node:path';

import { filesIn } from './sources.ts';

const DRAWER = /^(utils?|utilities|helpers?|common|shared|types?|constants?|misc|stuff|lib)$/;

test('there are no drawers: whatever has no noun is not understood yet', () => {
  const drawers = ['apps', 'libs', 'test']
    .flatMap((folder) => filesIn(folder))
    .filter((path) => {
      const folders = path.split('/').slice(1, -1);
      const words = basename(path).split('.').slice(0, -1);
      return [...folders, ...words].some((word) => DRAWER.test(word));
    });
  expect(drawers).toEqual([]);
});
