import type { AssistantPerson } from './assistant-person.ts';
import { Person } from './person.ts';
import type { World } from './world.ts';

export interface WantedHelp {
  title: string;
  specialties: string[];
  weeklyHours: number;
  rate: [low: string, high: string];
  tools?: string[];
  languages?: string[];
  overlapHours?: number;
  description?: string;
}

export interface Match {
  assistant: { id: string; name: string };
  score: number;
  terms: { term: string; points: number; of: number; says: string }[];
}

/** Somebody who hires for a small business. */
export class ClientPerson extends Person {
  businessId = '';

  constructor(
    world: World,
    name: string,
    readonly business: { name: string; country: string; zone: string },
    email?: string,
  ) {
    super(world, name, business.zone, email);
  }

  async opensShop(): Promise<void> {
    await this.signsUp(this.business);
    const me = await this.get<{ businesses: { id: string }[] }>('/me');
    this.businessId = me.businesses[0]?.id ?? '';
  }

  /** Goes to the hosted page and back. */
  async savesCard(number = '4242424242424242'): Promise<void> {
    const setup = await this.post<{ id: string; url: string }>('/card-setups', { businessId: this.businessId });
    await this.world.fillsInCheckout(setup.url, number);
    await this.post(`/card-setups/${setup.id}/completion`);
    await this.world.time.quiet();
  }

  async posts(wanted: WantedHelp): Promise<string> {
    const brief = await this.post<{ id: string }>('/briefs', {
      businessId: this.businessId,
      title: wanted.title,
      description: wanted.description ?? '',
      specialties: wanted.specialties,
      tools: wanted.tools ?? [],
      weeklyMinutes: wanted.weeklyHours * 60,
      minRateCents: cents(wanted.rate[0]),
      maxRateCents: cents(wanted.rate[1]),
      languages: wanted.languages ?? ['en'],
      overlapMinutes: (wanted.overlapHours ?? 0) * 60,
      startsOn: this.world.time.now().toISOString().slice(0, 10),
    });
    return brief.id;
  }

  async matches(briefId: string): Promise<Match[]> {
    return (await this.get<{ matches: Match[] }>(`/briefs/${briefId}/matches`)).matches;
  }

  /** Offers a contract. Its id. */
  async offers(
    assistant: AssistantPerson,
    {
      at,
      hours,
      title = 'Customer e-mail and social media',
      brief,
    }: { at: string; hours: number; title?: string; brief?: string },
  ): Promise<string> {
    const contract = await this.post<{ id: string }>('/contracts', {
      businessId: this.businessId,
      ...(brief === undefined ? {} : { briefId: brief }),
      assistantId: assistant.id,
      title,
      rateCents: cents(at),
      weeklyLimitMinutes: hours * 60,
    });
    return contract.id;
  }

  /** An offer made and accepted. The contract's id. */
  async hires(
    assistant: AssistantPerson,
    terms: { at: string; hours: number; title?: string; brief?: string },
  ): Promise<string> {
    const contract = await this.offers(assistant, terms);
    await assistant.accepts(contract);
    return contract;
  }

  /** Contests so many minutes of an entry (all of it unless said). The dispute's id. */
  async disputes(
    weekId: string,
    entryId: string,
    { minutes, reason }: { minutes?: number; reason: string },
  ): Promise<string> {
    const line = { entryId, ...(minutes === undefined ? {} : { seconds: minutes * 60 }) };
    const dispute = await this.post<{ id: string }>('/disputes', {
      weekId,
      ground: 'not_worked',
      reason,
      lines: [line],
    });
    await this.world.time.quiet();
    return dispute.id;
  }

  async approves(weekId: string): Promise<void> {
    await this.post(`/weeks/${weekId}/approval`);
    await this.world.time.quiet();
  }
}

/** `'18.50'` dollars as whole cents, without a float. */
export function cents(dollars: string): number {
  const [, whole = '', part = ''] = /^(\d+)\.(\d{2})$/.exec(dollars) ?? [];
  if (!part) throw new RangeError(`${dollars} is not an amount such as 18.50`);
  return Number(whole + part);
}
