import { chromium } from 'playwright-core';

import { findChromium } from './chromium.ts';

test('a Chromium is found that shows a page', async () => {
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage();
    await page.goto('data:text/html,<h1>Kontor</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Kontor');
  } finally {
    await browser.close();
  }
}, 120_000);
