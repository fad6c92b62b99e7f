import { cents } from './client-person.ts';
import { Person } from './person.ts';
import { worked } from './wall-clock.ts';

export interface Offered {
  headline: string;
  about?: string;
  country: string;
  rate: string;
  hours: number;
  specialties: { code: string; level: number }[];
  tools: string[];
  languages?: string[];
  /** Local working day, Monday to Friday. */
  from?: number;
  to?: number;
}

export interface LoggedTime {
  entries: { id: string; start: string; end: string }[];
}

export interface HandedOver {
  importId: string;
  rows: number;
  seconds: number;
}

export interface ImportedFile {
  id: string;
  state: string;
  rows: number;
  rowsDone: number;
  refusal: { code: string; faults: { line: number }[] } | null;
}

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Somebody who works for several clients at once. */
export class AssistantPerson extends Person {
  async offersHelp(offered: Offered): Promise<void> {
    await this.signsUp();
    await this.put('/assistant-profile', {
      headline: offered.headline,
      about: offered.about ?? '',
      country: offered.country,
      zone: this.zone,
      rateCents: cents(offered.rate),
      capacityMinutes: offered.hours * 60,
      languages: offered.languages ?? ['en'],
      specialties: offered.specialties,
      tools: offered.tools,
      isPublic: true,
      availability: WORKING_DAYS.map((weekday) => ({
        weekday,
        fromMinute: (offered.from ?? 9) * 60,
        toMinute: (offered.to ?? 17) * 60,
      })),
    });
  }

  /** Goes through Stripe's hosted onboarding and comes back as somebody who can be paid. */
  async connectsBank(): Promise<void> {
    await this.stepsUp();
    const { url } = await this.post<{ url: string }>('/payee');
    await this.world.completesOnboarding(url);
    await this.world.time.quiet();
  }

  async accepts(contractId: string): Promise<void> {
    await this.post(`/contracts/${contractId}/acceptance`);
  }

  /** `'mon 9:00-12:30'` on this assistant's own clock, in the week of `monday`. */
  async logs(contractId: string, stretch: string, note: string, monday: string, choice?: string): Promise<LoggedTime> {
    const { start, end } = worked(stretch, monday, this.zone);
    return this.post<LoggedTime>('/time-entries', {
      contractId,
      start: start.toISOString(),
      end: end.toISOString(),
      note,
      ...(choice === undefined ? {} : { onOverlap: choice }),
    });
  }

  /** Offers to give back so many minutes of the only line of a dispute. */
  async offersPart(disputeId: string, minutes: number, text: string): Promise<void> {
    const { lines } = await this.get<{ lines: { id: string }[] }>(`/disputes/${disputeId}`);
    await this.post(`/disputes/${disputeId}/offer`, {
      text,
      lines: lines.map(({ id }) => ({ lineId: id, refundSeconds: minutes * 60 })),
    });
    await this.world.time.quiet();
  }

  async startsTimer(contractId: string, note: string): Promise<void> {
    await this.post('/timer', { contractId, note });
  }

  async switchesTimer(contractId: string, note: string): Promise<void> {
    await this.put('/timer', { contractId, note });
  }

  async stopsTimer(): Promise<void> {
    await this.delete('/timer');
  }

  /** To be logged by the worker. */
  async handsOver(contractId: string, fileName: string, csv: string): Promise<HandedOver> {
    return this.post('/time-imports', { contractId, fileName, csv, zone: this.zone });
  }

  /** Hands it over and waits until it is logged. */
  async imports(contractId: string, fileName: string, csv: string): Promise<HandedOver> {
    const handedOver = await this.handsOver(contractId, fileName, csv);
    await this.world.time.quiet();
    const made = (await this.importedFiles()).find(({ id }) => id === handedOver.importId);
    if (made?.state !== 'logged') throw new Error(`${fileName} is ${made?.state}: ${JSON.stringify(made?.refusal)}`);
    return handedOver;
  }

  importedFiles(): Promise<ImportedFile[]> {
    return this.get('/time-imports');
  }
}
