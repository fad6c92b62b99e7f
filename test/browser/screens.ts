import type { Scene } from './scene.ts';
import type { Person } from './visitor.ts';

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Nobody: a screen before signing in. */
  readonly as: Person | null;
}

/** What the addresses of some screens name. */
export interface Ids {
  readonly weekId: string;
  readonly invoiceId: string;
  readonly chargebackId: string;
  readonly contractId: string;
  /** Those who fit Ingrid's brief. */
  readonly assistantIds: readonly string[];
}

/**
 * Every screen there is, each as somebody to whom it has something to say: a line each. What holds for all of them is
 * checked for whatever stands here, and an address of the web app that does not stand here fails.
 */
export function screensOf(scene: Scene, ids: Ids): Screen[] {
  const { ingrid, sam, beatriz, maja, newcomer, nils, tomas, helga, briefId, disputeId } = scene;
  const found = '/staff/found';
  return [
    { name: 'landing', path: '/', as: null },
    { name: 'assistants', path: '/assistants', as: null },
    { name: 'assistant', path: `/assistants/${ids.assistantIds[0]}`, as: null },
    { name: 'register-to-hire', path: '/register?as=hire', as: null },
    { name: 'register-to-assist', path: '/register?as=assist', as: null },
    { name: 'sign-in', path: '/sign-in', as: null },
    { name: 'back-from-provider', path: '/sign-in/provider?error=refused', as: null },
    { name: 'forgotten-password', path: '/forgotten-password', as: null },
    { name: 'reset-password', path: '/reset-password?token=not-a-real-token', as: null },
    { name: 'verify-email', path: '/verify-email?token=not-a-real-token', as: null },
    { name: 'confirm-email', path: '/confirm-email?token=not-a-real-token', as: null },
    { name: 'take-back', path: '/take-back?token=not-a-real-token', as: null },
    { name: 'appeal', path: '/appeal?token=not-a-real-token', as: null },
    { name: 'invitation', path: '/invitation?token=not-a-real-token', as: null },
    { name: 'check-your-mail', path: '/check-your-mail', as: newcomer },
    { name: 'not-found', path: '/nowhere', as: null },

    { name: 'hire-first-steps', path: '/hire', as: newcomer },
    { name: 'hire-this-week', path: '/hire', as: ingrid },
    { name: 'hire-week', path: `/hire/weeks/${ids.weekId}`, as: ingrid },
    { name: 'hire-briefs', path: '/hire/briefs', as: ingrid },
    { name: 'hire-new-brief', path: '/hire/briefs/new', as: ingrid },
    { name: 'hire-brief', path: `/hire/briefs/${briefId}`, as: ingrid },
    { name: 'hire-compare', path: `/hire/briefs/${briefId}/compare?with=${ids.assistantIds.join(',')}`, as: ingrid },
    { name: 'hire-brief-in-mind', path: `/hire/briefs/new?assistant=${ids.assistantIds[0]}`, as: newcomer },
    { name: 'hire-spend', path: '/hire/spend', as: ingrid },
    { name: 'hire-contracts', path: '/hire/contracts', as: sam },
    { name: 'hire-contract', path: `/hire/contracts/${ids.contractId}`, as: ingrid },
    { name: 'hire-invoices', path: '/hire/invoices', as: ingrid },
    { name: 'hire-invoice', path: `/hire/invoices/${ids.invoiceId}`, as: ingrid },
    { name: 'hire-cards', path: '/hire/cards', as: ingrid },
    { name: 'hire-disputes', path: '/hire/disputes', as: nils },
    { name: 'hire-dispute', path: `/hire/disputes/${disputeId}`, as: nils },
    { name: 'hire-new-business', path: '/hire/new-business', as: maja },

    { name: 'assist-today', path: '/assist', as: beatriz },
    { name: 'assist-time', path: '/assist/time', as: beatriz },
    { name: 'assist-import', path: '/assist/time/import', as: beatriz },
    { name: 'assist-work', path: '/assist/work', as: maja },
    { name: 'assist-contract', path: `/assist/contracts/${ids.contractId}`, as: beatriz },
    { name: 'assist-earnings', path: '/assist/earnings', as: beatriz },
    { name: 'assist-payouts', path: '/assist/payouts', as: beatriz },
    { name: 'back-from-stripe', path: '/payouts', as: beatriz },
    { name: 'assist-profile', path: '/assist/profile', as: beatriz },
    { name: 'assist-disputes', path: '/assist/disputes', as: tomas },
    { name: 'assist-dispute', path: `/assist/disputes/${disputeId}`, as: tomas },

    { name: 'people', path: '/settings/people', as: ingrid },
    { name: 'privacy', path: '/settings/privacy', as: ingrid },
    { name: 'security', path: '/settings/security', as: ingrid },
    { name: 'tokens', path: '/settings/tokens', as: beatriz },

    { name: 'staff-queue', path: '/staff', as: helga },
    { name: 'staff-dispute', path: `/staff/disputes/${disputeId}`, as: helga },
    { name: 'staff-chargebacks', path: '/staff/chargebacks', as: helga },
    { name: 'staff-chargeback', path: `/staff/chargebacks/${ids.chargebackId}`, as: helga },
    { name: 'staff-search', path: '/staff/search?q=holm', as: helga },
    { name: 'staff-person', path: `${found}/people/${nils.id}`, as: helga },
    { name: 'staff-assistant', path: `${found}/people/${tomas.id}`, as: helga },
    { name: 'staff-business', path: `${found}/businesses/${nils.businessId}`, as: helga },
    { name: 'staff-contract', path: `${found}/contracts/${ids.contractId}`, as: helga },
    { name: 'staff-invoice', path: `${found}/invoices/${ids.invoiceId}`, as: helga },
    { name: 'staff-trail', path: `${found}/money/${ids.invoiceId}`, as: helga },
    { name: 'staff-money', path: '/staff/money', as: helga },
    { name: 'staff-operations', path: '/staff/operations', as: helga },
    { name: 'staff-policies', path: '/staff/operations/policies', as: helga },
    { name: 'staff-audit', path: '/staff/operations/audit', as: helga },
  ];
}

/** The newest week and invoice of Ingrid's that are closed, and what staff look at. */
export async function idsOf({ ingrid, helga, shop, briefId }: Scene): Promise<Ids> {
  const weeks = await ingrid.get<{ id: string; start: string }[]>('/weeks?which=past');
  const invoices = await ingrid.get<{ id: string; issuedAt: string }[]>('/invoices');
  const chargebacks = await helga.get<{ id: string }[]>('/staff/chargebacks');
  return {
    weekId: weeks.toSorted((a, b) => b.start.localeCompare(a.start))[0]?.id ?? '',
    invoiceId: invoices.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))[0]?.id ?? '',
    chargebackId: chargebacks[0]?.id ?? '',
    contractId: shop,
    assistantIds: (await ingrid.matches(briefId)).map(({ assistant }) => assistant.id),
  };
}
