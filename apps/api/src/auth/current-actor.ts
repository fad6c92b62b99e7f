import type { User } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What the session guard leaves on a request. */
export type SignedInRequest = FastifyRequest & { user: User };

/** Who is asking. Only on guarded routes: on a `@Public()` one nobody has been looked for. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): User => {
  const { user } = context.switchToHttp().getRequest<Partial<SignedInRequest>>();
  if (!user) throw new Error('A public route has no current actor');
  return user;
});
