import { Forbidden } from './domain-error.ts';

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
}

/** Who is asking. Every use case takes one; there is no ambient current user. */
export type Actor = User | { readonly kind: 'staff'; readonly userId: string } | { readonly kind: 'system' };

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
