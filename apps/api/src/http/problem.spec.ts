import { Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthenticated } from '@app/kernel';
import { Problem } from '@app/wire/problem';
import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';

import { problemOf } from './problem.ts';

const refusedBy = (code: string, constraint: string) =>
  new QueryFailedError(
    'insert ...',
    ['secret@person.example'],
    Object.assign(new Error('secret'), { code, constraint }),
  );

test.each([
  [new NotFound('contract_not_found', 'No such contract.'), 404],
  [new Unauthenticated('unauthenticated', 'Sign in first.'), 401],
  [new Forbidden('forbidden', 'You may not.'), 403],
  [new Conflict('overlap', 'Overlaps.'), 409],
  [new TooMany('too_busy', 'Later.'), 429],
  [new Invalid('csv_malformed', 'Not a CSV.'), 400],
  [new Invalid('idempotency_key_reused', 'Used.'), 422],
])('%s is a problem of its own status', (error, status) => {
  const { problem, unexpected } = problemOf(error);
  expect(problem).toMatchObject({ status, code: error.code, detail: error.message });
  expect(Problem.safeParse(problem).success).toBe(true);
  expect(unexpected).toBeUndefined();
});

test('a refusal carries its facts and its fields, and neither can pose as another member', () => {
  const { problem } = problemOf(
    new Invalid('csv_malformed', 'Line 3.', [{ field: 'csv', message: 'line 3' }], { line: 3, status: 200, code: 'x' }),
  );
  expect(problem).toMatchObject({
    line: 3,
    status: 400,
    code: 'csv_malformed',
    errors: [{ field: 'csv', message: 'line 3' }],
  });
});

test('a race that the database decided is a conflict by the name of what refused it', () => {
  expect(problemOf(refusedBy('KT003', 'no_self_dealing')).problem).toMatchObject({
    status: 409,
    code: 'no_self_dealing',
  });
  expect(problemOf(refusedBy('KT001', 'contract_moves')).problem).toMatchObject({
    status: 409,
    code: 'illegal_transition',
  });
});

test.each([
  ['a constraint nobody expected', refusedBy('23505', 'account_email_key')],
  ['a fault in our code', new TypeError('cannot read secret')],
  ['something that is no error', 'secret'],
  ['a server error of the framework', new HttpException('secret', 503)],
])('%s is ours: an id to find it by, and not a word of what happened', (_, error) => {
  const { problem, unexpected } = problemOf(error);
  expect(problem).toMatchObject({ status: 500, code: 'unexpected', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(JSON.stringify(problem)).not.toContain('secret');
  expect(unexpected).toBe(error);
});
