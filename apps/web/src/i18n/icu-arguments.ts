interface Arguments {
  readonly values: readonly string[];
  readonly tags: readonly string[];
}

/** The names that an ICU message has to be given: `{client} has {count, plural, ...}` takes `client` and `count`. */
export function icuArguments(message: string): Arguments {
  const values = new Set<string>();
  read(message, 0, values);
  const tags = new Set([...message.matchAll(/<(\w+)>/g)].map(([, name = '']) => name));
  return { values: [...values].toSorted(), tags: [...tags].toSorted() };
}

/** Reads text up to the brace that ends it, and says where that is. */
function read(text: string, from: number, values: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? argument(text, at + 1, values) : at + 1;
  return at;
}

/** Reads an argument, whose branches are text again: `count, plural, one {# hour} other {# hours}}`. */
function argument(text: string, from: number, values: Set<string>): number {
  const name = /^\s*(\w+)\s*/.exec(text.slice(from));
  if (!name?.[1]) throw new Error(`Not an argument: ${text.slice(from)}`);
  values.add(name[1]);
  let at = from + name[0].length;
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? read(text, at + 1, values) + 1 : at + 1;
  return at + 1;
}
