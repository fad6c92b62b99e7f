import { Lifetime } from './lifetime.ts';

test('what was started last stops first, and each once', async () => {
  const lifetime = new Lifetime();
  const stopped: string[] = [];
  for (const name of ['database', 'api', 'worker']) lifetime.onEnd(() => void stopped.push(name));

  await Promise.all([lifetime.end(), lifetime.end()]);

  expect(stopped).toEqual(['worker', 'api', 'database']);
});

test('one that cannot stop does not keep the others running', async () => {
  const lifetime = new Lifetime();
  const stopped: string[] = [];
  lifetime.onEnd(() => void stopped.push('database'));
  lifetime.onEnd(() => Promise.reject(new Error('worker is stuck')));

  await lifetime.end();

  expect(stopped).toEqual(['database']);
});

test('what comes up after the end goes down at once', async () => {
  const lifetime = new Lifetime();
  await lifetime.end();
  const stopped: string[] = [];
  lifetime.onEnd(() => void stopped.push('api'));
  expect(stopped).toEqual(['api']);
});
