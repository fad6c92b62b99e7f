import { Money } from '@app/kernel';
import fc from 'fast-check';

import type { Fit, Offered, SharedWeek, Wanted } from './fit.ts';
import { scoreOf } from './score.ts';
import { type TermName, weights } from './weights.ts';

const names = new Map([
  ['social_media', 'Social media'],
  ['customer_enquiries', 'Customer enquiries'],
  ['gmail', 'Gmail'],
  ['canva', 'Canva'],
]);

const wanted: Wanted = {
  specialties: ['customer_enquiries', 'social_media'],
  tools: ['gmail', 'canva'],
  weeklyMinutes: 15 * 60,
  minRate: Money.usd(1_200),
  maxRate: Money.usd(2_000),
  overlapMinutes: 0,
  text: 'Customer e-mail and social media. Answer customers about refunds and deliveries.',
};

const offered: Offered = {
  specialties: [
    { code: 'customer_enquiries', level: 2 },
    { code: 'social_media', level: 2 },
  ],
  tools: ['gmail'],
  hourlyRate: Money.usd(1_850),
  freeMinutes: 20 * 60,
  skillChecks: [{ skill: 'proofreading', percentile: 80 }],
  isNew: true,
  text: 'Keeps customers happy: refunds answered by noon',
};

const everyWeek = (minutes: number): SharedWeek[] =>
  ['03-09', '03-16', '03-23', '03-30', '04-06', '04-13', '04-20', '04-27'].map((day) => ({
    monday: `2026-${day}`,
    minutes,
  }));

const fit = (over: Partial<Offered> = {}, asked: Partial<Wanted> = {}, sharedWeeks = everyWeek(600)): Fit => ({
  wanted: { ...wanted, ...asked },
  offered: { ...offered, ...over },
  sharedWeeks,
});

function read(of: Fit, term: TermName) {
  const found = scoreOf(of, names).terms.find((row) => row.term === term);
  if (!found) throw new Error(`${term} is missing`);
  return found;
}

const points = (of: Fit, term: TermName) => read(of, term).points;
const says = (of: Fit, term: TermName) => read(of, term).says;

test('the weights make a hundred', () => {
  expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test('every term is there once, the score is their sum, and none gives more than it has', () => {
  const anyFit = fc.record({
    levels: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
    tools: fc.subarray(['gmail', 'canva', 'excel']),
    rate: fc.integer({ min: 1_000, max: 2_000 }),
    free: fc.integer({ min: 900, max: 10_080 }),
    percentile: fc.integer({ min: 0, max: 100 }),
    isNew: fc.boolean(),
    minutes: fc.array(fc.integer({ min: 0, max: 2_400 }), { minLength: 8, maxLength: 8 }),
  });
  fc.assert(
    fc.property(anyFit, ({ levels, tools, rate, free, percentile, isNew, minutes }) => {
      const { score, terms } = scoreOf(
        fit(
          {
            specialties: levels.map((level, place) => ({ code: wanted.specialties[place] ?? '', level })),
            tools,
            hourlyRate: Money.usd(rate),
            freeMinutes: free,
            skillChecks: [{ skill: 'typing', percentile }],
            isNew,
          },
          {},
          everyWeek(0).map((week, place) => ({ ...week, minutes: minutes[place] ?? 0 })),
        ),
        names,
      );
      expect(terms.map(({ term }) => term).sort()).toEqual(Object.keys(weights).sort());
      expect(terms.reduce((sum, row) => sum + row.points, 0)).toBe(score);
      expect(terms.every((row) => row.points >= 0 && row.points <= row.of && row.of === weights[row.term])).toBe(true);
    }),
  );
});

test('the best there can be lacks only what nobody can have yet', () => {
  const best = fit(
    {
      specialties: wanted.specialties.map((code) => ({ code, level: 3 })),
      tools: ['gmail', 'canva'],
      hourlyRate: Money.usd(1_600),
      freeMinutes: 30 * 60,
      skillChecks: ['proofreading', 'typing'].map((skill) => ({ skill, percentile: 100 })),
      text: wanted.text,
    },
    {},
    everyWeek(2_400),
  );
  const priors =
    weights.reputation - points(best, 'reputation') + weights.responsiveness - points(best, 'responsiveness');
  expect(scoreOf(best, names).score).toBe(100 - priors);
});

test('a higher level ranks higher, and a specialty that is missing is named', () => {
  const level = (of: number) => fit({ specialties: [{ code: 'social_media', level: of }] });
  expect([1, 2, 3].map((of) => points(level(of), 'specialties'))).toEqual([4, 8, 12]);
  expect(says(level(3), 'specialties')).toBe('Social media at level 3 of 3; not Customer enquiries.');
});

test('tools in common count in proportion; a brief without tools asks for none', () => {
  expect(points(fit(), 'tools')).toBe(5);
  expect(says(fit(), 'tools')).toBe('Works with Gmail; not with Canva.');
  expect(says(fit({ tools: [] }), 'tools')).toBe('Not with Gmail and Canva.');
  expect(points(fit({ tools: [] }, { tools: [] }), 'tools')).toBe(weights.tools);
});

test('verified skills count when they matter for the work', () => {
  expect(points(fit(), 'skill_checks')).toBe(4);
  expect(says(fit(), 'skill_checks')).toBe(
    'Verified skills for this work: proofreading at the 80th percentile; typing not checked.',
  );
  expect(points(fit({ skillChecks: [{ skill: 'arithmetic', percentile: 99 }] }), 'skill_checks')).toBe(0);
});

test('hours in common count up to the hours wanted, week by week, and a change of clocks is told', () => {
  expect(points(fit({}, {}, everyWeek(15 * 60)), 'overlap')).toBe(weights.overlap);
  expect(points(fit({}, {}, everyWeek(40 * 60)), 'overlap')).toBe(weights.overlap);
  const dips = everyWeek(15 * 60).map((week, place) => ({ ...week, minutes: place < 3 ? 30 * 60 : 0 }));
  expect(points(fit({}, {}, dips), 'overlap')).toBe(7);
  const changing = everyWeek(20 * 60).map((week) =>
    week.monday < '2026-03-30' ? week : { ...week, minutes: 15 * 60 },
  );
  expect(says(fit({}, {}, changing), 'overlap')).toBe(
    "There for 20 h of the client's working week, 15 h from 30 March.",
  );
});

test('room for half as much again is worth twice the room that is just enough', () => {
  const free = (hours: number) => points(fit({ freeMinutes: hours * 60 }, { weeklyMinutes: 10 * 60 }), 'free_hours');
  expect([free(10), free(15), free(40)]).toEqual([2, 5, 5]);
});

test('asking less than the middle of the range gains nothing', () => {
  const at = (cents: number) => points(fit({ hourlyRate: Money.usd(cents) }), 'rate');
  expect([at(1_000), at(1_200), at(1_600), at(1_850), at(2_000)]).toEqual([5, 5, 5, 3, 2]);
  expect(
    points(fit({ hourlyRate: Money.usd(1_500) }, { minRate: Money.usd(1_500), maxRate: Money.usd(1_500) }), 'rate'),
  ).toBe(5);
});

test('words that both use count; words of every brief do not, and stuffing gains nothing', () => {
  expect(says(fit(), 'words')).toBe('The brief and the profile both speak of customer and refund.');
  expect(points(fit({ text: 'I want to help with your work every week' }), 'words')).toBe(0);
  const stuffed = `${wanted.text} ${wanted.text} ${wanted.text}`;
  expect(points(fit({ text: stuffed }), 'words')).toBe(weights.words);
});

test('before the first contract there is a share for newcomers, and nobody gains by priors', () => {
  expect([points(fit(), 'newcomer'), points(fit({ isNew: false }), 'newcomer')]).toEqual([weights.newcomer, 0]);
  for (const prior of ['reputation', 'responsiveness'] as const) {
    expect(points(fit(), prior)).toBe(points(fit({ isNew: false, specialties: [] }), prior));
  }
});
