/** What a verb with an idempotency key gives back: the thing, and whether an earlier request had made it. */
export interface Repeatable<Value> {
  readonly value: Value;
  readonly repeated: boolean;
}
