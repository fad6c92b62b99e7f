import { AxeBuilder } from '@axe-core/playwright';
import { type Browser as Chromium, type BrowserContext, chromium, type Page } from 'playwright-core';

import { findChromium } from '../support/chromium.ts';
import { fixedDate } from './fixed-date.ts';

export interface Person {
  readonly email: string;
  readonly password: string;
  /** The session of somebody who has signed in elsewhere, as a browser keeps it. */
  readonly cookie?: { readonly name: string; readonly value: string } | null;
}

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly hasTouch?: boolean;
  /** Keeps the shell for hours without a network, as an installed Kontor does. */
  readonly keepsShell?: boolean;
}

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };
/** A desktop's window when everything in it is drawn twice as large. */
export const ZOOMED = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 };

const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Somebody in front of a real browser, whose clock shows the world's time. */
export class Visitor {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly address: string,
    /** What the page complained of: scripts that broke, and what the content security policy refused. */
    readonly complaints: string[],
  ) {}

  static async arrive(browser: Chromium, address: string, now: Date, look: Look = { ...DESKTOP, theme: 'light' }) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
      // What a page does is looked at here, not what was kept of it.
      serviceWorkers: look.keepsShell ? 'allow' : 'block',
      hasTouch: look.hasTouch ?? false,
      locale: 'en-GB',
      timezoneId: 'Europe/Lisbon',
    });
    await context.addInitScript(fixedDate(now));
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    return new Visitor(context, page, address, complaints);
  }

  /** Their clock moves on: for the page that is open, and for those that come. */
  async clockShows(now: Date): Promise<void> {
    await this.context.addInitScript(fixedDate(now));
    await this.page.evaluate(fixedDate(now));
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
    await this.settles();
  }

  /** As somebody who signed in before: what the door looks like is told elsewhere. */
  async comesAs({ email, cookie }: Person): Promise<void> {
    if (!cookie) throw new Error(`${email} has not signed in`);
    await this.context.addCookies([{ ...cookie, url: this.address }]);
  }

  async signsIn(person: Person): Promise<void> {
    await this.opens('/sign-in');
    await this.fillsInSignIn(person);
  }

  async fillsInSignIn({ email, password }: Person): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('navigation', { name: 'Menu' }).waitFor();
    await this.settles();
  }

  /** Until the screen is there, waits for nothing any more, and its fonts have come. */
  async settles(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('[data-waiting]').first().waitFor({ state: 'detached' });
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
  }

  /** How many pixels the screen is wider than its window: 0 when nothing scrolls sideways. */
  async tooWide(size: { width: number; height: number }): Promise<number> {
    await this.page.setViewportSize(size);
    return this.page.evaluate<number>(TOO_WIDE);
  }

  /** What keeps somebody from reading and using the screen as it stands: what axe finds, and scrolling sideways. */
  async faults(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
    const tooWide = await this.page.evaluate<number>(TOO_WIDE);
    return tooWide > 0 ? [...found, `${tooWide} pixels too wide`] : found;
  }

  /** The same on a desktop and on a phone, by day and in the dark. */
  async faultsInEveryLook(): Promise<string[]> {
    const faults: string[] = [];
    for (const [name, size] of [
      ['a phone', PHONE],
      ['a desktop', DESKTOP],
    ] as const) {
      await this.page.setViewportSize(size);
      for (const theme of ['dark', 'light'] as const) {
        await this.page.emulateMedia({ colorScheme: theme });
        faults.push(...(await this.faults()).map((fault) => `${name}, ${theme}: ${fault}`));
      }
    }
    return faults;
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}

export async function openBrowser(): Promise<Chromium> {
  return chromium.launch(await findChromium());
}
