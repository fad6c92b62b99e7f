import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

import { refusalOf } from '@app/database';
import { Conflict, DomainError, Forbidden, Invalid, NotFound, TooMany, Unauthenticated } from '@app/kernel';
import type { Problem } from '@app/wire/problem';
import { HttpException } from '@nestjs/common';

const kinds = [
  [NotFound, 404],
  [Unauthenticated, 401],
  [Forbidden, 403],
  [Conflict, 409],
  [TooMany, 429],
  [Invalid, 400],
] as const;

/** Well-formed, but it contradicts something that was said before. */
const UNPROCESSABLE = new Set(['idempotency_key_reused']);

/** What HTTP itself refuses, before a controller is reached. */
const httpCodes: Readonly<Record<number, string>> = {
  400: 'malformed_request',
  401: 'unauthenticated',
  403: 'cross_origin',
  404: 'no_such_route',
  413: 'body_too_large',
  415: 'unsupported_media_type',
};

/** Constraints that two requests can meet although each had looked first, and what they say to the second. */
const races: Readonly<Record<string, string>> = {
  no_self_dealing: 'Nobody is on both sides of one contract.',
  one_live_contract_a_brief: 'There is a contract or an offer for this brief with this assistant already.',
  within_weekly_limit: 'That is past the weekly limit.',
  limit_only_rises: 'The limit of a week only rises within it.',
  one_default_card: 'Another card was made the default just now.',
};

const ILLEGAL_MOVE = 'KT001';

/** Any error as a problem. `unexpected` is what belongs in our log: the fault is ours. */
export function problemOf(error: unknown): { problem: Problem; unexpected?: unknown } {
  if (error instanceof DomainError) return { problem: refused(error) };
  if (error instanceof HttpException && error.getStatus() < 500) return { problem: fromHttp(error) };
  const refusal = refusalOf(error);
  if (refusal?.code === ILLEGAL_MOVE) {
    return { problem: problem(409, 'illegal_transition', 'That is not possible any more: it has changed meanwhile.') };
  }
  const race = refusal?.constraint === undefined ? undefined : races[refusal.constraint];
  if (refusal?.constraint !== undefined && race !== undefined) {
    return { problem: problem(409, refusal.constraint, race) };
  }
  const detail = 'Something went wrong on our side. Quote the id when you tell us.';
  return { problem: { ...problem(500, 'unexpected', detail), id: randomUUID() }, unexpected: error };
}

function refused(error: DomainError): Problem {
  const kind = kinds.find(([type]) => error instanceof type)?.[1] ?? 400;
  const status = UNPROCESSABLE.has(error.code) ? 422 : kind;
  const errors = error.faults.length > 0 ? { errors: [...error.faults] } : {};
  return { ...error.details, ...problem(status, error.code, error.message), ...errors };
}

function fromHttp(error: HttpException): Problem {
  const status = error.getStatus();
  // Parsers quote the body in their messages: it stays with the sender.
  const cause = (error.cause as { code?: string } | undefined)?.code ?? '';
  if (cause === 'FST_ERR_CTP_INVALID_JSON_BODY' || error.message.includes('JSON')) {
    return problem(400, 'malformed_json', 'The body is not JSON.');
  }
  const code = httpCodes[status] ?? 'refused';
  return problem(status, code, details[code] ?? STATUS_CODES[status] ?? 'Refused');
}

const details: Readonly<Record<string, string>> = {
  malformed_request: 'The request cannot be read.',
  unauthenticated: 'Sign in first.',
  cross_origin: 'This request came from another site.',
  no_such_route: 'There is nothing at this address.',
  body_too_large: 'The body is larger than 1 MiB.',
  unsupported_media_type: 'The body has to be application/json.',
};

/** A problem in its plainest form. */
export function problem(status: number, code: string, detail: string): Problem {
  return { type: `urn:kontor:problem:${code}`, title: STATUS_CODES[status] ?? 'Refused', status, detail, code };
}
