/** What a pack holds, as far as its readers print it. Instants are ISO text, as they were hashed. */
export interface EvidenceContent {
  readonly dispute: {
    readonly number: string;
    readonly ground: string;
    readonly reason: string;
    readonly openedAt: string;
  };
  readonly contract: {
    readonly title: string;
    readonly rateCents: number;
    readonly weeklyLimitMinutes: number;
    readonly clientFeeBp: number;
    readonly offeredAt: string;
    readonly startedAt: string | null;
    readonly client: { readonly name: string };
    readonly assistant: { readonly name: string };
  };
  readonly week: { readonly start: string; readonly end: string; readonly zone: string };
  readonly invoice: {
    readonly number: string;
    readonly issuedAt: string;
    readonly reviewEndsAt: string;
    readonly state: string;
  };
  readonly entries: readonly {
    readonly start: string;
    readonly end: string;
    readonly note: string;
    readonly source: string;
  }[];
  readonly versions: readonly {
    readonly at: string;
    readonly by: string | null;
    readonly change: string;
    readonly before: Told | null;
    readonly after: Told | null;
    readonly reason: string | null;
  }[];
  readonly questions: readonly {
    readonly askedAt: string;
    readonly askedBy: string;
    readonly question: string;
    readonly answer: string | null;
  }[];
  readonly history: readonly {
    readonly at: string;
    readonly machine: string;
    readonly from: string;
    readonly to: string;
  }[];
}

interface Told {
  readonly start: string;
  readonly end: string | null;
  readonly note: string;
}
