/** A note says what was done: it is what a client approves, and what a dispute is decided by. */
export const SHORTEST_NOTE = 10;
export const LONGEST_NOTE = 500;
