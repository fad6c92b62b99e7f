/** A read model as JSON has it: its instants as text. */
export type OnWire<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? OnWire<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: OnWire<Value[Key]> }
      : Value;

/** Facts that staff read as they are: only their instants are written out. */
export function onWire<Value>(value: Value): OnWire<Value> {
  return written(value) as OnWire<Value>;
}

function written(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(written);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, written(inner)]));
}
