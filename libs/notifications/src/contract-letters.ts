import { Database } from '@app/database';
import type { DeliveredEvent } from '@app/delivery';
import type { ContractPaused, ContractResumed } from '@app/hiring';
import { type Addressee, Businesses } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import {
  contractAccepted,
  contractDeclined,
  contractEnded,
  contractOffered,
  contractPaused,
  contractResumed,
} from './mails/contracts.ts';

const MINUTES_AN_HOUR = 60;

interface ContractFacts {
  id: string;
  title: string;
  rate: string;
  weeklyLimitMinutes: number;
  offerExpiresAt: Date;
  clientId: string;
  client: string;
  assistant: Addressee;
}

/** What happens to a contract, to the side that did not do it. */
@Injectable()
export class ContractLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
  ) {}

  async offered(contractId: string): Promise<AddressedLetter[]> {
    const { client, title, rate, weeklyLimitMinutes, offerExpiresAt, assistant, id } = await this.#facts(contractId);
    const letter = contractOffered({
      contractId,
      client,
      title,
      rate: Money.usd(Number(rate)),
      hours: weeklyLimitMinutes / MINUTES_AN_HOUR,
      answerBy: offerExpiresAt,
    });
    return [{ about: id, to: assistant, letter }];
  }

  async accepted(contractId: string): Promise<AddressedLetter[]> {
    const facts = await this.#facts(contractId);
    return this.#toClient(facts, contractAccepted(facts.id, facts.assistant.name, facts.title));
  }

  async declined(contractId: string): Promise<AddressedLetter[]> {
    const facts = await this.#facts(contractId);
    return this.#toClient(facts, contractDeclined(facts.assistant.name, facts.title));
  }

  /** `endedBy` is a person; null when it was Kontor, and then both sides hear of it. */
  async ended(contractId: string, endedBy: string | null): Promise<AddressedLetter[]> {
    const facts = await this.#facts(contractId);
    const { id, title, client, assistant } = facts;
    const byAssistant = endedBy === assistant.id;
    const by = endedBy === null ? 'Kontor' : byAssistant ? assistant.name : client;
    const letters: AddressedLetter[] = [];
    if (endedBy === null || byAssistant) {
      letters.push(...(await this.#toClient(facts, contractEnded(id, by, title, 'hire'))));
    }
    if (!byAssistant) {
      letters.push({ about: id, to: assistant, letter: contractEnded(id, by, title, 'assist') });
    }
    return letters;
  }

  async paused({ payload }: DeliveredEvent<ContractPaused['payload']>): Promise<AddressedLetter[]> {
    const { id, client, title, assistant: to } = await this.#facts(payload.contractId);
    return [{ about: to.id, to, letter: contractPaused(id, client, title) }];
  }

  async resumed({ payload }: DeliveredEvent<ContractResumed['payload']>): Promise<AddressedLetter[]> {
    const { client, title, assistant: to } = await this.#facts(payload.contractId);
    return [{ about: to.id, to, letter: contractResumed(client, title) }];
  }

  async #toClient({ id, clientId }: ContractFacts, letter: Letter): Promise<AddressedLetter[]> {
    const people = (await this.businesses.addressees([clientId], 'hiring')).get(clientId) ?? [];
    return people.map((to) => ({ about: `${id}/${to.id}`, to, letter }));
  }

  async #facts(contractId: string): Promise<ContractFacts> {
    const [facts] = await this.db.reader.query<ContractFacts[]>(
      `select c.id, c.title, c.rate_cents as rate, c.weekly_limit_minutes as "weeklyLimitMinutes",
              c.offer_expires_at as "offerExpiresAt", c.client_id as "clientId", b.name as client,
              json_build_object('id', a.id, 'name', a.name, 'zone', a.zone, 'email', a.email, 'language', a.language) as assistant
         from contract c join business b on b.id = c.client_id join account a on a.id = c.assistant_id
        where c.id = $1`,
      [contractId],
    );
    if (!facts) throw new Error(`An event told of contract ${contractId}, which is not there`);
    return facts;
  }
}
