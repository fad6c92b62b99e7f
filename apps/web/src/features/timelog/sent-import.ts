import { ownStore } from '../../api/own-store.ts';

const NAME = 'sent-import';

/** A file that is on its way: kept until its answer comes, for whoever does not wait for it. */
export interface SentImport {
  readonly fileName: string;
  readonly contractId: string;
  /** The imports that there were before it. */
  readonly before: readonly string[];
  /** Its answer came when nobody looked, and was no. */
  readonly isRefused?: boolean;
}

export const sentImport = {
  read: () => ownStore.read(NAME) as SentImport | null,
  keep: (sent: SentImport) => ownStore.write(NAME, sent),
  forget: () => ownStore.remove(NAME),
};
