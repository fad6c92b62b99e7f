declare global {
  // Written by `ahead.js`, which the build puts before everything else.
  var answersAhead: Map<string, Promise<Response>> | undefined;
}

/** The answer that was asked for before this code was there, by the whole address; each is given once. */
export function takeAhead(address: string): Promise<Response> | undefined {
  const answer = globalThis.answersAhead?.get(address);
  globalThis.answersAhead?.delete(address);
  return answer;
}

/** What was asked for before something changed answers nothing any more: before a sign-in it is a refusal. */
export function forgetAhead(): void {
  globalThis.answersAhead?.clear();
}
