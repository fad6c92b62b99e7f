import { Forbidden } from './domain-error.ts';
import type { TokenScope } from './token-scope.ts';

export const businessRoles = ['owner', 'hiring', 'approver', 'finance', 'viewer'] as const;
export type BusinessRole = (typeof businessRoles)[number];

export interface Membership {
  readonly id: string;
  readonly role: BusinessRole;
}

export interface User {
  readonly kind: 'user';
  readonly userId: string;
  /** The businesses this person hires for. */
  readonly businesses: readonly Membership[];
  /** Money actions want a verified address. */
  readonly emailVerified: boolean;
  /** When this session last showed a second factor or, while its person has none, the password. Null: never. */
  readonly steppedUpAt: Date | null;
  /** When this session last showed a second factor. */
  readonly secondFactorAt?: Date | null;
  /** Only of an API token: what it was made for. Absent: a person at a screen. */
  readonly scopes?: readonly TokenScope[];
  /** What they may not do for now. Absent: nothing. */
  readonly suspendedFrom?: readonly Capability[];
  /** Of a session of staff that looks through somebody else's eyes: whose. Only the guards read it. */
  readonly impersonates?: string;
  /** The member of staff who looks through this person's eyes, and can change nothing. */
  readonly impersonatedBy?: string;
}

/** What an account can be for; one may be suspended while the other goes on. */
export type Capability = 'hiring' | 'assisting';

/** A member of staff, at a route of staff: everywhere else the same person is a user like any other. */
export interface Staff {
  readonly kind: 'staff';
  readonly userId: string;
}

/** Who is asking. Every use case takes one; there is no ambient current user. */
export type Actor = User | Staff | { readonly kind: 'system' };

export const system: Actor = { kind: 'system' };

/** Refuses by name what the actor can see but may not do. */
export function allow(permitted: boolean, action: string): void {
  if (!permitted) throw new Forbidden('forbidden', `You may not ${action}.`);
}

/** Throws Forbidden `email_not_verified`: whoever has not shown that the address is theirs may look, but not move money. */
export function requireVerified(actor: Actor): void {
  if (actor.kind === 'user' && !actor.emailVerified) {
    throw new Forbidden(
      'email_not_verified',
      'Confirm your e-mail address first: the link is in the mail we sent you.',
    );
  }
}

/** Throws Forbidden `suspended`, whose `scope` says from what: nothing new is begun, and what is there goes on. */
export function requireNotSuspended(actor: Actor, scope: Capability): void {
  if (actor.kind === 'user' && actor.suspendedFrom?.includes(scope)) {
    throw new Forbidden('suspended', `You are suspended from ${scope} for now. Your security settings say why.`, {
      scope,
    });
  }
}

/** How long what was shown counts for. */
export const STEP_UP_MINUTES = 10;

/**
 * Throws Forbidden `step_up_required` when the person has not shown within the last ten minutes that it is still them at
 * the screen. For what a thief of an open session would do first: change where money goes, let themselves in again.
 */
export function requireStepUp(actor: Actor, now: Date): void {
  if (actor.kind === 'user' && !isSteppedUp(actor, now)) {
    throw new Forbidden('step_up_required', 'Show once more that it is you, then go on.');
  }
}

export function isSteppedUp({ steppedUpAt }: User, now: Date): boolean {
  return steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() < STEP_UP_MINUTES * 60_000;
}

/** Whether the actor acts for this business in one of these roles (any role when none is named). Owners may do everything. */
export function actsFor(actor: Actor, businessId: string, ...roles: BusinessRole[]): boolean {
  if (actor.kind !== 'user') return actor.kind === 'system';
  const membership = actor.businesses.find((business) => business.id === businessId);
  return (
    membership !== undefined && (roles.length === 0 || membership.role === 'owner' || roles.includes(membership.role))
  );
}

/** The person acting, or null when it is Kontor itself. */
export function personOf(actor: Actor): string | null {
  return actor.kind === 'system' ? null : actor.userId;
}
