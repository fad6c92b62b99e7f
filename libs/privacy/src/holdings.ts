/**
 * What Kontor holds on a person, a line a table. Every table with a column that leads to an account or a business is
 * here: a spec finds the one that was forgotten.
 */
export interface Holding {
  readonly table: string;
  /** Which of its rows are the person's, `$1` their account: these are given to them. Or why none are. */
  readonly given: string | { readonly not: string };
  /** What becomes of them when the person is erased. */
  readonly erased: Erasure;
}

export type Erasure =
  /** The rows that `given` names are deleted. */
  | 'deleted'
  /** They stay without what names the person: assignments over `$1` the account and `$2` now, and which rows. */
  | { readonly blanked: string; readonly where: string }
  /** They stay, and why they may. */
  | { readonly kept: string };

/** Never given to anybody: what opens something and what was made from it, and what staff wrote of the other side. */
export const SECRETS = /(^|_)(hash|secret|public_key|counter|last_step|appeal_token_hash|file)$|^carried_reason$/;

const OWN = 'account_id = $1';
const ASSISTANT = 'assistant_id = $1';
/** The businesses that the person owns: what these hold is theirs to have. */
export const OWNED = `(select business_id from business_member where account_id = $1 and role = 'owner')`;
/** Of those, the ones without any other member. */
const LEFT_TO_NOBODY = `(select m.business_id from business_member m where m.account_id = $1 and m.role = 'owner'
                           and not exists (select from business_member o where o.business_id = m.business_id and o.account_id <> $1))`;
const CLIENT = `client_id in ${OWNED}`;
const PARTY = `(${ASSISTANT} or ${CLIENT})`;

const MONEY = { kept: 'the law: it says who paid whom for what, and holds ids and amounts' };
const WORK = { kept: 'the law: it is what the invoices of these weeks were made of' };
const CLAIMS = { kept: 'claims: it says how a disagreement about money was decided' };
const STANDING = { kept: 'it holds switches, and no word about the person' };
const OF_STAFF = { not: 'it is about what members of staff did; what was done to the person is in the rows it names' };
const FORGOTTEN = `'Erased at the wish of the person'`;
const NOBODY = `'erased+' || gen_random_uuid() || '@erased.invalid'`;

export const holdings: readonly Holding[] = [
  // Who they are, and how they show it.
  {
    table: 'account',
    given: 'id = $1',
    erased: {
      blanked: `name = 'Erased person', email = 'erased+' || id || '@erased.invalid', password_hash = null, zone = 'UTC',
                email_verified_at = null, erased_at = $2`,
      where: 'id = $1',
    },
  },
  { table: 'impersonation', given: OWN, erased: { blanked: `reason = ${FORGOTTEN}`, where: OWN } },
  {
    table: 'session',
    given: OWN,
    erased: { blanked: `user_agent = null, ended_at = coalesce(ended_at, $2)`, where: OWN },
  },
  { table: 'half_session', given: OWN, erased: 'deleted' },
  { table: 'mail_token', given: OWN, erased: 'deleted' },
  { table: 'email_change', given: OWN, erased: 'deleted' },
  { table: 'known_browser', given: OWN, erased: 'deleted' },
  { table: 'totp', given: OWN, erased: 'deleted' },
  { table: 'recovery_code', given: OWN, erased: 'deleted' },
  { table: 'passkey', given: OWN, erased: 'deleted' },
  { table: 'webauthn_challenge', given: OWN, erased: 'deleted' },
  { table: 'provider_login', given: OWN, erased: 'deleted' },
  { table: 'provider_attempt', given: OWN, erased: 'deleted' },
  { table: 'provider_offer', given: OWN, erased: 'deleted' },
  { table: 'api_token', given: OWN, erased: 'deleted' },
  { table: 'notice', given: OWN, erased: 'deleted' },
  {
    table: 'idempotency_key',
    given: { not: 'it holds ids and hashes of requests, and no word about the person' },
    erased: STANDING,
  },
  { table: 'person_standing', given: OWN, erased: STANDING },
  {
    table: 'suspension',
    given: `(${OWN} or business_id in ${OWNED})`,
    erased: {
      blanked: `explanation = ${FORGOTTEN}, appeal = case when appeal is not null then ${FORGOTTEN} end`,
      where: OWN,
    },
  },
  { table: 'staff_grant', given: OWN, erased: { kept: 'the audit: it says who could decide, by an id' } },
  { table: 'audit_entry', given: 'actor_id = $1', erased: { kept: 'the audit: it holds ids and codes' } },
  { table: 'privacy_export', given: OWN, erased: { blanked: 'token_hash = null, downloaded_at = null', where: OWN } },
  { table: 'account_erasure', given: OWN, erased: { kept: 'it shows that the wish was followed' } },
  { table: 'retained_name', given: OWN, erased: { kept: 'the law: invoices name who worked, until the term is over' } },
  {
    table: 'stored_file',
    given: 'owner_id = $1 and removed_at is null',
    erased: {
      blanked: `removed_at = $2`,
      where: `owner_id = $1 and removed_at is null and purpose = 'privacy_export'`,
    },
  },

  // The businesses they hire for. What a business holds is for its owners.
  {
    table: 'business',
    given: `id in (select business_id from business_member where ${OWN})`,
    erased: { kept: 'the law: invoices name who bought; others may own it too' },
  },
  { table: 'business_member', given: OWN, erased: 'deleted' },
  {
    table: 'business_invitation',
    given: `(invited_by = $1 or accepted_by = $1)`,
    erased: {
      blanked: `email = ${NOBODY}`,
      where: `(accepted_by = $1 or email = (select email from account where id = $1))`,
    },
  },
  { table: 'client_standing', given: CLIENT, erased: STANDING },
  {
    table: 'business_budget',
    given: CLIENT,
    erased: { kept: 'it is what a business meant to spend, and no word about the person' },
  },
  {
    table: 'stripe_customer', // deleted at Stripe by billing, which is claimed here
    given: CLIENT,
    erased: { blanked: 'closing_at = $2', where: `stripe_id is not null and client_id in ${LEFT_TO_NOBODY}` },
  },
  { table: 'card_setup', given: CLIENT, erased: MONEY },
  {
    table: 'saved_card',
    given: CLIENT,
    erased: {
      blanked: 'removed_at = coalesce(removed_at, $2), is_default = false',
      where: `client_id in ${LEFT_TO_NOBODY}`,
    },
  },
  { table: 'billing_hold', given: CLIENT, erased: MONEY },
  {
    table: 'brief',
    given: `(posted_by = $1 or ${CLIENT})`,
    erased: {
      blanked: `description = ''`,
      where: `posted_by = $1 and not exists (select from business_member o where o.business_id = brief.client_id and o.account_id <> $1)`,
    },
  },

  // What they offer.
  { table: 'skill_check_result', given: ASSISTANT, erased: 'deleted' },
  { table: 'availability_window', given: ASSISTANT, erased: 'deleted' },
  { table: 'assistant_tool', given: ASSISTANT, erased: 'deleted' },
  { table: 'assistant_specialty', given: ASSISTANT, erased: 'deleted' },
  { table: 'assistant_profile', given: OWN, erased: 'deleted' },
  { table: 'payee_standing', given: ASSISTANT, erased: { blanked: 'payable = false', where: ASSISTANT } },

  // The work.
  { table: 'contract', given: PARTY, erased: WORK },
  { table: 'client_week', given: CLIENT, erased: WORK },
  { table: 'contract_week', given: PARTY, erased: WORK },
  {
    table: 'week_limit_raise',
    given: `contract_week_id in (select id from contract_week where ${PARTY})`,
    erased: WORK,
  },
  {
    table: 'time_entry',
    given: `(${ASSISTANT} or contract_id in (select id from contract where ${CLIENT}))`,
    erased: WORK,
  },
  {
    table: 'time_entry_version',
    given: `contract_week_id in (select id from contract_week where ${PARTY})`,
    erased: WORK,
  },
  {
    table: 'time_import',
    given: ASSISTANT,
    erased: {
      blanked: `file_name = 'import.csv', content = null, state = case when state = 'logged' then state else 'refused' end,
                state_at = case when state in ('waiting', 'logging') then $2 else state_at end,
                refusal = case when state <> 'logged' then '{"code": "account_erased", "faults": [], "more": 0}'::jsonb end`,
      where: ASSISTANT,
    },
  },

  // The money.
  { table: 'invoice', given: CLIENT, erased: MONEY },
  { table: 'invoice_line', given: PARTY, erased: MONEY },
  { table: 'charge_attempt', given: `invoice_id in (select id from invoice where ${CLIENT})`, erased: MONEY },
  { table: 'credit_note', given: CLIENT, erased: MONEY },
  { table: 'refund', given: CLIENT, erased: MONEY },
  { table: 'earning', given: ASSISTANT, erased: MONEY },
  { table: 'earning_hold', given: `earning_id in (select id from earning where ${ASSISTANT})`, erased: MONEY },
  { table: 'give_back', given: PARTY, erased: MONEY },
  { table: 'assistant_debt', given: ASSISTANT, erased: MONEY },
  { table: 'bonus', given: PARTY, erased: MONEY },
  {
    table: 'payee', // closed at Stripe by payouts, which is claimed here
    given: 'id = $1',
    erased: {
      blanked: 'closing_at = $2',
      where: `id = $1 and stripe_account_id is not null and state <> 'closed'`,
    },
  },
  { table: 'payout_schedule', given: ASSISTANT, erased: STANDING },
  { table: 'transfer', given: ASSISTANT, erased: MONEY },
  { table: 'transfer_reversal', given: ASSISTANT, erased: MONEY },
  { table: 'bank_payout', given: ASSISTANT, erased: MONEY },
  {
    table: 'bank_payout_item',
    given: `payout_id in (select id from bank_payout where ${ASSISTANT})`,
    erased: MONEY,
  },
  { table: 'posting', given: PARTY, erased: MONEY },
  { table: 'chargeback', given: CLIENT, erased: CLAIMS },

  // Disagreements.
  { table: 'entry_query', given: PARTY, erased: CLAIMS },
  { table: 'dispute', given: PARTY, erased: CLAIMS },
  { table: 'late_report', given: `(${CLIENT} or reported_by = $1)`, erased: CLAIMS },
  { table: 'dispute_offer', given: `dispute_id in (select id from dispute where ${PARTY})`, erased: CLAIMS },
  { table: 'dispute_statement', given: `dispute_id in (select id from dispute where ${PARTY})`, erased: CLAIMS },
  { table: 'evidence_pack', given: `dispute_id in (select id from dispute where ${PARTY})`, erased: CLAIMS },
  {
    table: 'dispute_decision',
    given: `decided_at is not null and dispute_id in (select id from dispute where ${PARTY})`,
    erased: CLAIMS,
  },

  // What staff did, by the id of who did it.
  { table: 'dispute_signature', given: OF_STAFF, erased: CLAIMS },
  { table: 'staff_hold', given: OF_STAFF, erased: MONEY },
  { table: 'debt_write_off', given: OF_STAFF, erased: MONEY },
  { table: 'chargeback_answer', given: OF_STAFF, erased: CLAIMS },
  { table: 'fee_schedule', given: OF_STAFF, erased: { kept: 'it holds what everybody pays' } },
  { table: 'cycle_policy', given: OF_STAFF, erased: { kept: 'it holds when everybody is paid' } },
  { table: 'unpaid_policy', given: OF_STAFF, erased: { kept: 'it holds who bears what clients do not pay' } },
];

/** In the order in which an export holds them. */
export const parts = holdings.flatMap(({ table, given }) =>
  typeof given === 'string' ? [{ table, where: given }] : [],
);
