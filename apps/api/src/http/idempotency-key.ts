import { Invalid } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

const HEADER = 'Idempotency-Key';
const SHORTEST = 8;
const LONGEST = 255;

/** The id that the client made for this request. Routes that move money or log time refuse to do without one. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const key = keyIn(context);
    if (key === undefined) {
      throw refused('idempotency_key_missing', 'is required here: an id of your own, the same when you try again');
    }
    return key;
  },
  [describeHeader(true)],
);

/** The same where nothing is done twice without one either. */
export const OptionalIdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => keyIn(context),
  [describeHeader(false)],
);

/** What a verb with an idempotency key gives back: the thing, and whether an earlier request had made it. */
export interface Repeatable<Value> {
  readonly value: Value;
  readonly repeated: boolean;
}

/** The thing itself; a repeat says so in `Idempotency-Hit`. `reply` is `@Res({ passthrough: true })`. */
export function presentRepeatable<Value>(reply: FastifyReply, { value, repeated }: Repeatable<Value>): Value {
  if (repeated) void reply.header('Idempotency-Hit', 'true');
  return value;
}

function refused(code: string, message: string): Invalid {
  return new Invalid(code, `${HEADER} ${message}.`, [{ field: HEADER, message }]);
}

function keyIn(context: ExecutionContext): string | undefined {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers[HEADER.toLowerCase()];
  if (typeof key !== 'string' || key === '') return undefined;
  if (key.length < SHORTEST || key.length > LONGEST) {
    throw refused('idempotency_key_malformed', `must have ${SHORTEST} to ${LONGEST} characters`);
  }
  return key;
}

function describeHeader(required: boolean) {
  return (target: object, method: string | symbol | undefined): void => {
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || !descriptor) return;
    ApiHeader({ name: HEADER, required, description: 'An id made by the client; the same key does a thing once' })(
      target,
      method,
      descriptor,
    );
  };
}
