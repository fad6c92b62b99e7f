import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onlyOne } from './only-one.ts';

const folder = mkdtempSync(join(tmpdir(), 'kontor-only-one-'));
const socket = join(folder, 'running.sock');
afterAll(() => rmSync(folder, { recursive: true }));

test('of two starts in one folder the second is refused, until the first lets go', async () => {
  const letGo = await onlyOne(socket);
  expect(letGo).toBeDefined();
  expect(await onlyOne(socket)).toBeUndefined();

  letGo?.();
  const again = await onlyOne(socket);
  expect(again).toBeDefined();
  again?.();
});

test('a start that was killed keeps nobody out', async () => {
  const script = `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.stdout.write('up'))`;
  const killed = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(existsSync(socket)).toBe(true);

  const letGo = await onlyOne(socket);
  expect(letGo).toBeDefined();
  letGo?.();
});
