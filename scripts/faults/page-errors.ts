/** What goes wrong in a tab, as its console tells. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from '../browsers';

/** What a tab reports as an error, in every frame and every script's world of it. */
export async function errorsOf(page: Page, name: BrowserName): Promise<Set<string>> {
  const errors = new Set<string>();
  if (name === 'firefox') {
    page.on('pageerror', (error) => {
      // At some moment it asks for the icon, and says so where a policy keeps that out.
      if (!`${error}`.includes('/favicon.ico')) errors.add(`thrown: ${error}`);
    });
    page.on('console', (message) => message.type() === 'error' && errors.add(message.text()));
    return errors;
  }
  // The driver's own events leave out what content scripts write; frames of other sites have sessions of their own.
  const listen = async (session: CDPSession): Promise<void> => {
    session.on('sessionattached', (frame) => void listen(frame).catch(() => null));
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
      errors.add(`${text} ${exception?.description ?? exception?.value ?? ''}`),
    );
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type !== 'error') return;
      errors.add(args.map(({ value, description }) => value ?? description).join(' '));
    });
    session.on('Log.entryAdded', ({ entry: { level, text, url } }) => {
      if (level === 'error') errors.add(`${text} ${url ?? ''}`);
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    const frames = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    await session.send('Target.setAutoAttach', frames);
  };
  await listen(await page.createCDPSession());
  return errors;
}
