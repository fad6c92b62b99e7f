import { Secret, TOTP } from 'otpauth';
import type { CDPSession, Page } from 'playwright-core';

import type { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { MORNING, newNora } from './nora.ts';
import { setStage } from './stage.ts';
import type { Visitor } from './visitor.ts';

const AUTHENTICATOR = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

const stage = setStage(MORNING, async () => {});
let nora: ClientPerson;

beforeEach(async () => {
  nora = await newNora(stage.world);
});

/** A finger that is always the right one. */
async function withAuthenticator({ page }: Visitor): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: AUTHENTICATOR });
  return { cdp, authenticatorId };
}

async function addsPasskey({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Passkeys' }).getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByText(`${name} is added.`).waitFor();
}

/** In a browser that does not offer passkeys beside the e-mail field: there the finger is faster than any click. */
async function clicksPasskey(page: Page): Promise<void> {
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);');
  await page.goto(`${stage.world.apiUrl}/sign-in`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
}

async function signsOut(visitor: Visitor): Promise<void> {
  await visitor.page.context().clearCookies({ name: 'session' });
}

/** From signed in to an authenticator app that is on. Its secret, and the recovery codes. */
async function turnsOnTwoSteps(visitor: Visitor): Promise<{ secret: string; codes: string[] }> {
  const { page } = visitor;
  await visitor.opens('/settings/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const secret = (await dialog.locator('.select-all').innerText()).replaceAll(' ', '');
  await dialog.getByLabel('The code that the app shows now').fill('000000');
  await page.keyboard.press('Enter');
  await dialog.getByText('That code is wrong, or was used already.').waitFor();
  await dialog.getByLabel('The code that the app shows now').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  return { secret, codes };
}

async function firstStep(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.opens('/sign-in');
  await page.getByLabel('E-mail').fill(nora.email);
  await page.getByLabel('Password').fill(nora.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
}

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: stage.world.time.now().getTime() });
const isIn = (page: Page) => page.getByRole('navigation', { name: 'Menu' }).waitFor();

test('a passkey is added, signs in, and is asked for before it is removed', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  await withAuthenticator(visitor);
  await visitor.signsIn(nora);
  await visitor.opens('/settings/security');
  await addsPasskey(visitor, 'My laptop');

  await signsOut(visitor);
  await page.goto(`${stage.world.apiUrl}/sign-in?next=/settings/security`); // The browser offers it by itself.
  await isIn(page);
  await page.getByRole('region', { name: 'Passkeys' }).getByText('last used').waitFor();

  await stage.world.time.passes('11 minutes');
  await page.getByRole('button', { name: 'Remove My laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  const asking = page.getByRole('dialog', { name: 'Is it still you?' });
  await asking.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('My laptop is removed.').waitFor();
  await page.getByText('You have none yet.').waitFor();

  await stage.world.time.quiet();
  expect(await stage.world.mailTo(nora.email)).toEqual(
    expect.arrayContaining(['A passkey was added to your account', 'A passkey was removed from your account']),
  );
});

test('what a passkey signed opens one session, however often it is sent', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  await withAuthenticator(visitor);
  await visitor.signsIn(nora);
  await visitor.opens('/settings/security');
  await addsPasskey(visitor, 'My laptop');
  await signsOut(visitor);

  const sent = page.waitForRequest('**/api/sessions/passkey');
  // It comes to nobody; what it carried is sent below.
  await page.route('**/api/sessions/passkey', (route) => route.fulfill({ status: 400, json: {} }));
  await clicksPasskey(page);
  const signed = (await sent).postData();
  const headers = { 'content-type': 'application/json' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      fetch(`${stage.world.apiUrl}/api/sessions/passkey`, { method: 'POST', headers, body: signed }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400, 400, 400, 400]);
});

test('a code from the app is asked for after the password, and a recovery code works once', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  await visitor.signsIn(nora);
  const { secret, codes } = await turnsOnTwoSteps(visitor);
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 are left, and each works once.').waitFor();

  await signsOut(visitor);
  await stage.world.time.passes('1 minute');
  await firstStep(visitor);
  await page.getByLabel('Code from your authenticator app').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await isIn(page);

  for (const [code, isRight] of [
    [codes[0] ?? '', true],
    [codes[0] ?? '', false],
  ] as const) {
    await signsOut(visitor);
    await firstStep(visitor);
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await page.getByLabel('Recovery code').fill(code);
    await page.keyboard.press('Enter');
    if (isRight) await isIn(page);
    else await page.getByText('That code is wrong, or was used already.').waitFor();
  }
});

test('whoever comes back to an open screen is asked once more, and nothing that was typed is lost', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  await visitor.signsIn(nora);
  await visitor.opens('/settings/security');
  const section = page.getByRole('region', { name: 'E-mail' });
  const next = 'nora.lind@hills.example';
  await section.getByLabel('New e-mail').fill(next);
  await section.getByLabel('Your password').fill(nora.password);

  await stage.world.time.passes('11 minutes');
  await page.keyboard.press('Enter');
  const asking = page.getByRole('dialog', { name: 'Is it still you?' });
  await asking.getByLabel('Your password').fill('not the right one');
  await page.keyboard.press('Enter');
  await asking.getByText('Is not your password.', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await section.getByText('Show once more that it is you.').waitFor();
  expect(await section.getByLabel('New e-mail').inputValue()).toBe(next);

  await section.getByRole('button', { name: 'Send a link to the new address' }).click();
  await asking.getByLabel('Your password').fill(nora.password);
  await page.keyboard.press('Enter');
  await section.getByText(`We sent a link to ${next}.`).waitFor();
});

test('its screens and dialogs fit every look, and leave nothing for axe to find', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  const isFine = async (what: string) => {
    expect({ what, faults: await visitor.faultsInEveryLook() }).toEqual({ what, faults: [] });
  };
  await withAuthenticator(visitor);
  await visitor.signsIn(nora);
  await visitor.opens('/settings/security');
  await addsPasskey(visitor, 'The laptop on the desk by the window at home');
  await isFine('security');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  await isFine('set-up');
  await page.keyboard.press('Escape');
  const { codes } = await turnsOnTwoSteps(visitor);
  expect(codes).toHaveLength(10);
  await isFine('recovery codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Turn off' }).waitFor();
  await isFine('security with both');
  await stage.world.time.passes('11 minutes');
  await page.getByRole('button', { name: 'Make new ones' }).click();
  await page.getByLabel('Code from your authenticator app').waitFor();
  await isFine('step-up');
  await page.keyboard.press('Escape');
});
