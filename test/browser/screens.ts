import type { Scene } from './scene.ts';
import type { Person } from './visitor.ts';

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Nobody: a screen before signing in. */
  readonly as: Person | null;
}

/** Every screen there is, each as somebody to whom it has something to say. */
export function screensOf(scene: Scene, ids: { weekId: string; invoiceId: string }): Screen[] {
  const { ingrid, sam, beatriz, maja, newcomer, briefId } = scene;
  return [
    { name: 'landing', path: '/', as: null },
    { name: 'register-to-hire', path: '/register?as=hire', as: null },
    { name: 'register-to-assist', path: '/register?as=assist', as: null },
    { name: 'sign-in', path: '/sign-in', as: null },
    { name: 'forgotten-password', path: '/forgotten-password', as: null },
    { name: 'reset-password', path: '/reset-password?token=not-a-real-token', as: null },
    { name: 'security', path: '/settings/security', as: ingrid },
    { name: 'check-your-mail', path: '/check-your-mail', as: newcomer },
    { name: 'verify-email', path: '/verify-email?token=not-a-real-token', as: null },
    { name: 'hire-first-steps', path: '/hire', as: newcomer },
    { name: 'hire-this-week', path: '/hire', as: ingrid },
    { name: 'hire-week', path: `/hire/weeks/${ids.weekId}`, as: ingrid },
    { name: 'hire-briefs', path: '/hire/briefs', as: ingrid },
    { name: 'hire-new-brief', path: '/hire/briefs/new', as: ingrid },
    { name: 'hire-brief', path: `/hire/briefs/${briefId}`, as: ingrid },
    { name: 'hire-contracts', path: '/hire/contracts', as: sam },
    { name: 'hire-invoices', path: '/hire/invoices', as: ingrid },
    { name: 'hire-invoice', path: `/hire/invoices/${ids.invoiceId}`, as: ingrid },
    { name: 'hire-cards', path: '/hire/cards', as: ingrid },
    { name: 'assist-today', path: '/assist', as: beatriz },
    { name: 'assist-time', path: '/assist/time', as: beatriz },
    { name: 'assist-import', path: '/assist/time/import', as: beatriz },
    { name: 'assist-work', path: '/assist/work', as: maja },
    { name: 'assist-earnings', path: '/assist/earnings', as: beatriz },
    { name: 'assist-payouts', path: '/assist/payouts', as: beatriz },
    { name: 'assist-profile', path: '/assist/profile', as: beatriz },
    { name: 'not-found', path: '/nowhere', as: null },
  ];
}

/** The newest week and invoice of Ingrid's that are closed. */
export async function idsOf({ ingrid }: Scene): Promise<{ weekId: string; invoiceId: string }> {
  const weeks = await ingrid.get<{ id: string; start: string }[]>('/weeks?which=past');
  const invoices = await ingrid.get<{ id: string; issuedAt: string }[]>('/invoices');
  return {
    weekId: weeks.toSorted((a, b) => b.start.localeCompare(a.start))[0]?.id ?? '',
    invoiceId: invoices.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))[0]?.id ?? '',
  };
}
