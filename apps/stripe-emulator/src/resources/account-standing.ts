import type Stripe from 'stripe';

/** What Stripe thinks of a connected account. */
export type Standing = 'onboarding' | 'active' | 'restricted' | 'rejected' | 'closed';

type Account = Stripe.V2.Core.Account;
type Requirements = Stripe.V2.Core.Account.Requirements;
type Capability = NonNullable<
  NonNullable<
    NonNullable<Stripe.V2.Core.Account.Configuration.Recipient['capabilities']>['stripe_balance']
  >['stripe_transfers']
>;

const STATUS = {
  onboarding: 'restricted',
  active: 'active',
  restricted: 'restricted',
  rejected: 'rejected',
  closed: 'restricted',
} as const;

const ASKED_OF_THE_NEW = [
  'identity.individual.given_name',
  'identity.individual.surname',
  'identity.individual.date_of_birth',
  'defaults.payout_methods',
];
const ASKED_OF_THE_RESTRICTED = ['identity.individual.documents.primary_verification'];

/** The parts of an account that follow from how it stands. */
export function withStanding(account: Account, standing: Standing, reason = 'requirements_past_due'): Partial<Account> {
  const capability = capabilityFor(standing, reason);
  return {
    closed: standing === 'closed',
    configuration: {
      recipient: {
        applied: true,
        capabilities: { stripe_balance: { payouts: capability, stripe_transfers: capability } },
      },
    },
    requirements: requirementsFor(standing),
    identity:
      standing === 'active'
        ? { ...account.identity, individual: account.identity?.individual ?? individualOf(account) }
        : account.identity,
  };
}

export function requirementsFor(standing: Standing): Requirements {
  const asked = standing === 'onboarding' ? ASKED_OF_THE_NEW : standing === 'restricted' ? ASKED_OF_THE_RESTRICTED : [];
  const status = standing === 'restricted' ? 'past_due' : 'currently_due';
  return {
    entries: asked.map((description) => ({
      awaiting_action_from: 'user',
      description,
      errors: [],
      impact: {
        restricts_capabilities: [
          { capability: 'stripe_balance.stripe_transfers', configuration: 'recipient', deadline: { status } },
        ],
      },
      minimum_deadline: { status },
      requested_reasons: [{ code: standing === 'onboarding' ? 'routine_onboarding' : 'routine_verification' }],
    })),
    ...(asked.length > 0 ? { summary: { minimum_deadline: { status } } } : {}),
  };
}

function capabilityFor(standing: Standing, reason: string): Capability {
  const code = standing === 'rejected' ? 'rejected_other' : reason;
  const resolution = standing === 'onboarding' || standing === 'restricted' ? 'provide_info' : 'contact_stripe';
  return {
    status: STATUS[standing],
    status_details: standing === 'active' ? [] : [{ code, resolution }],
  } as Capability;
}

function individualOf(account: Account): NonNullable<Stripe.V2.Core.Account.Identity['individual']> {
  const [given_name = 'Test', surname = 'Person'] = (account.display_name ?? '').split(' ');
  return {
    id: `person_${account.id.slice(5)}`,
    object: 'v2.core.account_person',
    account: account.id,
    created: account.created,
    date_of_birth: { day: 1, month: 1, year: 1901 },
    given_name,
    surname,
    updated: account.created,
  };
}
