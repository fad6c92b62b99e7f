import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Staff } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

export const STAFF_ONLY = 'kontor:staff-only';

/** On a controller under `/api/staff`: who asks is a member of staff, with a second factor shown in this session. */
export function StaffOnly(): CustomDecorator {
  return SetMetadata(STAFF_ONLY, true);
}

/** The member of staff who asks. Only on `@StaffOnly()` routes. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): Staff => {
  const { user } = context.switchToHttp().getRequest<FastifyRequest & { user?: Staff }>();
  if (user?.kind !== 'staff') throw new Error('A route without @StaffOnly() has no current member of staff');
  return user;
});
