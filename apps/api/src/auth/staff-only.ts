import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Staff } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

export const STAFF_ONLY = 'kontor:staff-only';

/** On a controller under `/api/staff`: who asks is a member of staff, with a second factor shown in this session. */
export function StaffOnly(): CustomDecorator {
  return SetMetadata(STAFF_ONLY, 'steps_up');
}

/** On a route that only gives something up: it wants no second factor anew, which could not be shown meanwhile. */
export function WithoutStepUp(): CustomDecorator {
  return SetMetadata(STAFF_ONLY, 'no_step_up');
}

/** The member of staff who asks. Only on `@StaffOnly()` routes. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): Staff => {
  const { user } = context.switchToHttp().getRequest<FastifyRequest & { user?: Staff }>();
  if (user?.kind !== 'staff') throw new Error('A route without @StaffOnly() has no current member of staff');
  return user;
});
