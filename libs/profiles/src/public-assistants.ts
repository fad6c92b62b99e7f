import { Database } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Specialty } from './assistant-profile.entity.ts';
import type { AvailabilityWindow } from './availability.ts';
import { AssistantNotFound } from './profile.errors.ts';

/** What visitors see of an assistant who lets them. */
export interface ShownAssistant {
  readonly id: string;
  /** The first name and the initial of the last. */
  readonly name: string;
  readonly headline: string;
  readonly zone: string;
  readonly hourlyRate: Money;
  readonly languages: readonly string[];
  readonly specialties: readonly Specialty[];
  readonly tools: readonly string[];
  readonly availability: readonly AvailabilityWindow[];
  readonly skillChecks: readonly { readonly skill: string; readonly percentile: number; readonly validUntil: string }[];
}

export interface WantedAssistants {
  readonly specialty?: string | undefined;
  readonly language?: string | undefined;
  /** From 1. */
  readonly page: number;
}

export interface PublicAssistantsPage {
  readonly assistants: readonly ShownAssistant[];
  /** On all pages. */
  readonly total: number;
}

export const PUBLIC_PAGE_SIZE = 12;

/** Those who chose to be shown to anybody who comes by. */
@Injectable()
export class PublicAssistants {
  constructor(private readonly db: Database) {}

  /** Newest first: nobody can pay, or log in more often, to stand higher. */
  async list({ specialty, language, page }: WantedAssistants, now: Date): Promise<PublicAssistantsPage> {
    const wanted = [specialty ?? null, language ?? null];
    const [counted] = await this.db.reader.query<{ total: number }[]>(
      `select count(*)::int as total ${SHOWN} and ${WANTED}`,
      wanted,
    );
    const rows = await this.db.reader.query<Row[]>(
      `select ${columns('$5')} ${SHOWN} and ${WANTED} order by p.published_at desc, p.account_id desc limit $3 offset $4`,
      [...wanted, PUBLIC_PAGE_SIZE, (page - 1) * PUBLIC_PAGE_SIZE, now],
    );
    return { assistants: rows.map(shown), total: counted?.total ?? 0 };
  }

  /** Throws `AssistantNotFound` for whoever is not shown, as if there were nobody. */
  async find(id: string, now: Date): Promise<ShownAssistant> {
    const [row] = await this.db.reader.query<Row[]>(`select ${columns('$2')} ${SHOWN} and p.account_id = $1`, [
      id,
      now,
    ]);
    if (!row) throw new AssistantNotFound(id);
    return shown(row);
  }
}

type Row = Omit<ShownAssistant, 'hourlyRate'> & { readonly rateCents: number };

function shown({ rateCents, name, ...rest }: Row): ShownAssistant {
  return { ...rest, name: shortName(name), hourlyRate: Money.usd(rateCents) };
}

const graphemes = new Intl.Segmenter();

/** `Beatriz Almeida` as `Beatriz A.`: enough to speak of somebody, too little to look them up. */
function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  const [initial] = Array.from(graphemes.segment(others.at(-1) ?? ''), ({ segment }) => segment);
  return initial ? `${first} ${initial.toUpperCase()}.` : first;
}

const SHOWN = `
  from assistant_profile p join account a on a.id = p.account_id
 where p.is_public and p.published_at is not null and a.suspended_at is null
   and not exists (select from person_standing s where s.account_id = a.id and s.assisting_suspended_at is not null)`;

/** $1 specialty or null, $2 language or null. */
const WANTED = `
   ($1::text is null or exists (select from assistant_specialty s where s.assistant_id = p.account_id and s.specialty = $1))
   and ($2::text is null or $2 = any(p.languages))`;

const columns = (now: '$2' | '$5') => `
  p.account_id as id, a.name, p.headline, p.zone, p.rate_cents::int as "rateCents", p.languages,
  coalesce((select json_agg(json_build_object('code', specialty, 'level', level) order by place)
              from assistant_specialty where assistant_id = p.account_id), '[]') as specialties,
  array(select tool from assistant_tool where assistant_id = p.account_id order by tool) as tools,
  coalesce((select json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute, 'toMinute', to_minute)
                            order by weekday, from_minute)
              from availability_window where assistant_id = p.account_id), '[]') as availability,
  coalesce((select json_agg(json_build_object('skill', skill, 'percentile', percentile, 'validUntil', valid_until) order by skill)
              from (select distinct on (skill) skill, percentile, valid_until from skill_check_result
                     where assistant_id = p.account_id and valid_until > ${now}
                     order by skill, percentile desc, taken_at desc) best), '[]') as "skillChecks"`;
