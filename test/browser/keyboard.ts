import type { Page } from 'playwright-core';

const MOST_STOPS = 80;

/** Where the keyboard is: what is read there, and whether one sees it. */
export interface Stop {
  readonly reads: string;
  readonly isSeen: boolean;
}

const STOP = `(() => {
  const at = document.activeElement;
  // After the last stop the keyboard is with the browser, and then begins again.
  if (at === document.body) return { reads: 'the page', isSeen: true };
  const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText ?? '';
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { width, height, top, bottom } = at.getBoundingClientRect();
  const isShown = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return { reads: label.replaceAll(/\\s+/g, ' ').trim(), isSeen: isShown && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
})()`;

export function stopOf(page: Page): Promise<Stop> {
  return page.evaluate<Stop>(STOP);
}

/** From stop to stop with Tab as far as the one that reads so; at every one of them one sees where one is. */
export async function tabsTo(page: Page, what: RegExp): Promise<void> {
  if (what.test((await stopOf(page)).reads)) return;
  const passed: string[] = [];
  for (let count = 0; count < MOST_STOPS; count++) {
    await page.keyboard.press('Tab');
    const { reads, isSeen } = await stopOf(page);
    passed.push(reads);
    expect({ at: reads, isSeen }).toEqual({ at: reads, isSeen: true });
    if (what.test(reads)) return;
  }
  throw new Error(`${String(what)} is not among ${passed.join(' · ')}`);
}
