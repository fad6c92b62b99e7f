export { type BriefMatch, type BriefMatches, FindBriefs } from './find-briefs.ts';
export type { ExplainedLeftOut, LeftOutReason } from './left-out.ts';
export { type AssistantMatch, type AssistantMatches, MatchBrief } from './match-brief.ts';
export { MatchingModule } from './matching.module.ts';
export { type Score } from './score.ts';
export type { Term } from './term.ts';
export { type TermName, weights } from './weights.ts';
