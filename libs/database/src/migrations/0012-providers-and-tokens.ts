import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** Signing in through somebody else who knows the person, and programs that act for a person. */
export class ProvidersAndTokens implements MigrationInterface {
  readonly name = 'ProvidersAndTokens1795300000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Null: they sign in with a provider or a passkey alone.
alter table account alter column password_hash drop not null;

-- A person as a provider knows them. The subject never changes there; the address may.
create table provider_login (
  id uuid primary key,
  account_id uuid not null references account,
  provider text not null,
  issuer text not null,
  subject text not null,
  email citext not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  unique (issuer, subject),
  unique (account_id, issuer)
);

-- Somebody on their way to a provider and back. What the way back is held against (the PKCE verifier, the nonce) is
-- made of the browser's secret, of which only the hash is here: nothing in this table opens anything.
create table provider_attempt (
  state_hash bytea primary key,
  browser_hash bytea not null,
  provider text not null,
  -- Whoever was signed in when they set out to link; null when they set out to sign in.
  account_id uuid references account,
  zone text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz
);
create index on provider_attempt (expires_at);

-- The provider vouches for an address that has an account: a link for whoever shows that the account is theirs.
create table provider_offer (
  browser_hash bytea primary key,
  account_id uuid not null references account,
  provider text not null,
  issuer text not null,
  subject text not null,
  email citext not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz
);
create index on provider_offer (expires_at);

-- Of the token itself only its SHA-256.
create table api_token (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null check (char_length(btrim(name)) between 1 and 60),
  scopes text[] not null check (
    cardinality(scopes) > 0
    and scopes <@ array['time:read', 'time:write', 'contracts:read', 'invoices:read', 'earnings:read', 'payouts:read']),
  token_hash bytea not null unique,
  hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz,
  revoked_at timestamptz
);
create index on api_token (account_id);

-- A token does tomorrow what it was made for, and no more.
create function api_token_keeps_its_scopes() returns trigger language plpgsql as $$
begin
  if (new.id, new.account_id, new.scopes, new.token_hash, new.expires_at)
     is distinct from (old.id, old.account_id, old.scopes, old.token_hash, old.expires_at)
     or (old.revoked_at is not null and new.revoked_at is null) then
    raise exception 'an API token is never changed, only revoked' using errcode = 'KT002';
  end if;
  return new;
end $$;
create trigger api_token_keeps_its_scopes before update on api_token
  for each row execute function api_token_keeps_its_scopes();

-- The address that was given up, to tell whoever reads its mail.
alter table email_change add column replaced citext;
${appMay('select, insert, update', 'api_token')}
${appMay('select, insert, update, delete', 'provider_login', 'provider_attempt', 'provider_offer')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: sign-ins cannot be unmade');
  }
}
