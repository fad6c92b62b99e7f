import { Impersonations, StaffGrants } from '@app/identity';
import { Clock, Forbidden, requireStepUp, type Staff, Unauthenticated, type User } from '@app/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { STAFF_ONLY } from './staff-only.ts';

type Guarded = FastifyRequest & { user?: User | Staff };

/**
 * After the session guard, which has found out who asks. At a route of staff it makes a member of staff of them, or
 * refuses: 403 `staff_only`, `second_factor_required`, and `step_up_required` for whatever changes something. At every
 * other route a member of staff who looks through somebody's eyes is that person, and 403 `impersonation_reads_only`.
 */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly grants: StaffGrants,
    private readonly impersonations: Impersonations,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Guarded>();
    const user = request.user;
    const places = [context.getHandler(), context.getClass()];
    const staffOnly = this.reflector.getAllAndOverride<'steps_up' | 'no_step_up' | undefined>(STAFF_ONLY, places);
    if (staffOnly) {
      request.user = await this.#staffOf(user, isReading(request) || staffOnly === 'no_step_up');
    } else if (user?.kind === 'user' && user.impersonates !== undefined) {
      request.user = await this.#asPerson(user.impersonates, user.userId, isReading(request));
    }
    return true;
  }

  async #staffOf(user: User | Staff | undefined, reads: boolean): Promise<Staff> {
    // An API token is never staff, whoever made it.
    if (user?.kind !== 'user' || user.scopes !== undefined || !(await this.grants.isStaff(user.userId)))
      throw new Forbidden('staff_only', 'This is for the staff of Kontor.');
    if (!user.secondFactorAt)
      throw new Forbidden('second_factor_required', 'Staff sign in with a second factor: set one up, then show it.');
    if (!reads) requireStepUp(user, this.clock.now());
    return { kind: 'staff', userId: user.userId };
  }

  async #asPerson(accountId: string, staffId: string, reads: boolean): Promise<User> {
    if (!reads)
      throw new Forbidden('impersonation_reads_only', 'Through the eyes of another you can look, and no more.');
    const person = await this.impersonations.asPerson(accountId, staffId);
    if (!person) throw new Unauthenticated('unauthenticated', 'There is no such person any more.');
    return person;
  }
}

/** Whether the request can change nothing. */
function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
