const LONGEST = 100;

/** As people will see it again: no folders, no characters that hide or turn the text, and the ending of what it is. */
export function fileName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${Array.from(stem).slice(0, LONGEST).join('') || 'file'}.${ending}`;
}
