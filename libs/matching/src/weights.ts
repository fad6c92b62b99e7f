/**
 * The most that each term can give: together 100. This table is the whole of what ranks; nothing that can be bought
 * is in it.
 */
export const weights = {
  specialties: 25,
  overlap: 20,
  tools: 10,
  skill_checks: 10,
  reputation: 10,
  free_hours: 5,
  rate: 5,
  words: 5,
  responsiveness: 5,
  /** The exploration share: what assistants get who have not had a contract yet, so that the market is not closed. */
  newcomer: 5,
} as const;

export type TermName = keyof typeof weights;
