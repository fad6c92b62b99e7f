export { type Found, type FoundKind, Search } from './search.ts';
export { SearchModule } from './search.module.ts';
