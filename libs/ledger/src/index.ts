export type { Fact, FactPosting, FactRows } from './fact.ts';
export { credit, debit, type Account, type Journal, type JournalKind, type Keys, type Posting } from './journal.ts';
export { LedgerModule } from './ledger.module.ts';
export { Ledger } from './ledger.ts';
