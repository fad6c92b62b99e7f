import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** What assistants offer, and the standing of both sides. */
export class Profiles implements MigrationInterface {
  readonly name = 'Profiles1795300000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table specialty (code text primary key, name text not null, position int not null);
create table tool (code text primary key, name text not null, specialty text not null references specialty);
create table payable_country (code text primary key check (code ~ '^[A-Z]{2}$'), name text not null);
${appMay('select', 'specialty', 'tool', 'payable_country')}

insert into specialty (position, code, name) values
  (1, 'email_calendar', 'E-mail and calendar'), (2, 'customer_enquiries', 'Customer enquiries'),
  (3, 'social_media', 'Social media'), (4, 'website_administration', 'Website administration'),
  (5, 'data_entry', 'Data entry and filing'), (6, 'documents', 'Document preparation and proofreading'),
  (7, 'bookkeeping', 'Bookkeeping'), (8, 'travel_meetings', 'Travel, supplies and meetings'),
  (9, 'permits_forms', 'Permits and forms'), (10, 'sales_research', 'Sales and research support');

insert into tool (code, name, specialty) values
  ('gmail', 'Gmail', 'email_calendar'), ('outlook', 'Outlook', 'email_calendar'), ('google_calendar', 'Google Calendar', 'email_calendar'), ('calendly', 'Calendly', 'email_calendar'),
  ('zendesk', 'Zendesk', 'customer_enquiries'), ('intercom', 'Intercom', 'customer_enquiries'), ('freshdesk', 'Freshdesk', 'customer_enquiries'), ('gorgias', 'Gorgias', 'customer_enquiries'),
  ('instagram', 'Instagram', 'social_media'), ('facebook', 'Facebook', 'social_media'), ('buffer', 'Buffer', 'social_media'), ('canva', 'Canva', 'social_media'),
  ('wordpress', 'WordPress', 'website_administration'), ('shopify', 'Shopify', 'website_administration'), ('squarespace', 'Squarespace', 'website_administration'), ('wix', 'Wix', 'website_administration'),
  ('excel', 'Excel', 'data_entry'), ('google_sheets', 'Google Sheets', 'data_entry'), ('airtable', 'Airtable', 'data_entry'),
  ('word', 'Word', 'documents'), ('google_docs', 'Google Docs', 'documents'), ('acrobat', 'Acrobat', 'documents'),
  ('quickbooks', 'QuickBooks', 'bookkeeping'), ('xero', 'Xero', 'bookkeeping'), ('freshbooks', 'FreshBooks', 'bookkeeping'), ('wave', 'Wave', 'bookkeeping'),
  ('booking', 'Booking.com', 'travel_meetings'), ('zoom', 'Zoom', 'travel_meetings'), ('expensify', 'Expensify', 'travel_meetings'),
  ('docusign', 'DocuSign', 'permits_forms'),
  ('hubspot', 'HubSpot', 'sales_research'), ('linkedin', 'LinkedIn', 'sales_research'), ('pipedrive', 'Pipedrive', 'sales_research');

-- Where a platform in the United States can pay by itself: the US, the UK, the EEA, Canada and Switzerland.
insert into payable_country (code, name) values
  ('US','United States'),('GB','United Kingdom'),('CA','Canada'),('CH','Switzerland'),('AT','Austria'),('BE','Belgium'),('BG','Bulgaria'),('HR','Croatia'),
  ('CY','Cyprus'),('CZ','Czechia'),('DK','Denmark'),('EE','Estonia'),('FI','Finland'),('FR','France'),('DE','Germany'),('GR','Greece'),('HU','Hungary'),
  ('IE','Ireland'),('IT','Italy'),('LV','Latvia'),('LI','Liechtenstein'),('LT','Lithuania'),('LU','Luxembourg'),('MT','Malta'),('NL','Netherlands'),
  ('NO','Norway'),('PL','Poland'),('PT','Portugal'),('RO','Romania'),('SK','Slovakia'),('SI','Slovenia'),('ES','Spain'),('SE','Sweden'),('IS','Iceland');

create table assistant_profile (
  account_id uuid primary key references account,
  headline text not null check (char_length(btrim(headline)) between 3 and 120),
  about text not null default '' check (char_length(about) <= 4000),
  country text not null check (country ~ '^[A-Z]{2}$'),
  zone text not null,
  rate_cents bigint not null check (rate_cents between 1000 and 2500),
  capacity_minutes int not null check (capacity_minutes between 60 and 10080),
  languages text[] not null check (cardinality(languages) between 1 and 12),
  published_at timestamptz,
  created_at timestamptz not null
);

create table assistant_specialty (
  assistant_id uuid not null references assistant_profile,
  specialty text not null references specialty,
  level int not null check (level between 1 and 3),
  place int not null check (place between 1 and 3), -- at most three primary specialties
  primary key (assistant_id, specialty),
  unique (assistant_id, place)
);
create index on assistant_specialty (specialty, assistant_id);

create table assistant_tool (
  assistant_id uuid not null references assistant_profile,
  tool text not null references tool,
  primary key (assistant_id, tool)
);

-- Weekly windows in the assistant's own zone; 1 is Monday. [from, to) in minutes of the local day.
create table availability_window (
  assistant_id uuid not null references assistant_profile,
  weekday int not null check (weekday between 1 and 7),
  from_minute int not null check (from_minute between 0 and 1439),
  to_minute int not null check (to_minute <= 1440),
  check (to_minute > from_minute),
  primary key (assistant_id, weekday, from_minute),
  exclude using gist (assistant_id with =, weekday with =, int4range(from_minute, to_minute) with &&)
);

create table skill_check_result (
  id uuid primary key,
  assistant_id uuid not null references assistant_profile,
  skill text not null check (skill in ('typing', 'proofreading', 'arithmetic', 'data_entry')),
  percentile int not null check (percentile between 0 and 100),
  taken_at timestamptz not null,
  valid_until timestamptz not null check (valid_until > taken_at)
);
create index on skill_check_result (assistant_id);

-- Written by billing, read by hiring, matching and timelog.
create table client_standing (
  client_id uuid primary key references business,
  chargeable boolean not null default false,
  billing_hold_at timestamptz,
  suspended_at timestamptz
);

-- Written by payouts, read by hiring and matching.
create table payee_standing (
  assistant_id uuid primary key references account,
  payable boolean not null default false
);
${appMay('select, insert, update', 'assistant_profile', 'client_standing', 'payee_standing')}
${appMay('select, insert, update, delete', 'assistant_specialty', 'assistant_tool', 'availability_window')}
${appMay('select, insert', 'skill_check_result')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: profiles cannot be unmade');
  }
}
