import type { Sweep } from '@app/kernel';

import { Sweeper } from './sweeper.ts';

const NOW = new Date('2026-03-09T11:00:00Z');
const order: string[] = [];
const sweep = (name: string, run: () => number, due: string | null = null): Sweep => ({
  name,
  run: async () => {
    order.push(name);
    return run();
  },
  nextDueAt: () => Promise.resolve(due === null ? null : new Date(due)),
});
const fails = () => {
  throw new Error('Stripe is away');
};

beforeEach(() => void order.splice(0));

test('sweeps run in their order, and what they did is added up', async () => {
  expect(await new Sweeper([sweep('freeze', () => 2), sweep('invoice', () => 3)]).run(NOW)).toBe(5);
  expect(order).toEqual(['freeze', 'invoice']);
});

test('one that fails keeps no other from running, and is told or thrown', async () => {
  const sweeper = new Sweeper([sweep('freeze', fails), sweep('invoice', () => 3)]);
  const told: string[] = [];
  expect(await sweeper.run(NOW, (name) => told.push(name))).toBe(3);
  expect(told).toEqual(['freeze']);
  await expect(sweeper.run(NOW)).rejects.toThrow('Stripe is away');
  expect(order).toEqual(['freeze', 'invoice', 'freeze', 'invoice']);
});

test('what is due next is what is due first', async () => {
  const sweeps = [
    sweep('a', () => 0, '2026-03-11T00:00:00Z'),
    sweep('b', () => 0),
    sweep('c', () => 0, '2026-03-10T00:00:00Z'),
  ];
  expect(await new Sweeper(sweeps).nextDueAt()).toEqual(new Date('2026-03-10T00:00:00Z'));
  expect(await new Sweeper([]).nextDueAt()).toBeNull();
});
