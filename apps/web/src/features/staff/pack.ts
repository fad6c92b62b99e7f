/** What the screens read of the frozen pack: its JSON as it was hashed. Whatever it lacks is not shown. */
export interface Pack {
  readonly contract?: {
    readonly rateCents: number;
    readonly weeklyLimitMinutes: number;
    readonly offeredAt: string;
    readonly startedAt: string | null;
    readonly title: string;
  };
  readonly invoice?: { readonly number: string; readonly issuedAt: string; readonly reviewEndsAt: string };
  readonly versions?: readonly Version[];
  readonly questions?: readonly {
    readonly askedAt: string;
    readonly askedBy: string;
    readonly question: string;
    readonly answer: string | null;
    readonly answeredAt?: string | null;
  }[];
  readonly history?: readonly {
    readonly at: string;
    readonly machine: string;
    readonly from: string;
    readonly to: string;
  }[];
}

export interface Version {
  readonly at: string;
  readonly by: string | null;
  readonly change: string;
  readonly before: Told | null;
  readonly after: Told | null;
  readonly reason: string | null;
}

export interface Told {
  readonly start: string;
  readonly end: string | null;
  readonly note: string;
}

export function packFrom(text: string): Pack {
  return JSON.parse(text) as Pack;
}
