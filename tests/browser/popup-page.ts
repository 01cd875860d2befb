/** The popup as a test sees and works it. */
import type { Page } from 'puppeteer-core';
import { until } from './driver';

export const NEWS = `<!doctype html><html lang="en"><head><title>t</title></head><body>
  <h1>Kashgar</h1><p>Reports on Kashgar and on Tibet.</p>
  <div style="height:3000px"></div><p>In Kashgar, Shohrat Zakir spoke.</p></body></html>`;

/** What is near the viewport of it. */
export const PAINTED = ['Kashgar', 'Tibet'];

/** What a reader, seeing or hearing, gets of the popup. */
export function stateOf(popup: Page) {
  return popup.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[role=combobox]');
    const active = field?.getAttribute('aria-activedescendant');
    const text = (element: Element | null | undefined) =>
      (element as HTMLElement | null)?.innerText
        ?.replace(/[\u2066-\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim() ?? null;
    return {
      isFocused: document.activeElement === field,
      value: field?.value,
      selected: field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0),
      isExpanded: field?.getAttribute('aria-expanded'),
      active: text(active ? document.getElementById(active) : null),
      hint: document.getElementById('keys')?.textContent,
      options: [...document.querySelectorAll('[role=option]')].map(text),
      said: [...document.querySelectorAll('[role=status]')].map((some) =>
        some.textContent?.replace(/[\u2066-\u2069]/g, ''),
      ),
      switches: [...document.querySelectorAll<HTMLInputElement>('[role=switch]')].map(
        // What is folded has text all the same.
        (some) =>
          [
            some.parentElement?.textContent?.replace(/[\u2066-\u2069]/g, '').trim() ?? null,
            some.checked,
            some.disabled,
          ] as const,
      ),
    };
  });
}
type State = Awaited<ReturnType<typeof stateOf>>;

export async function shows(
  popup: Page,
  is: (state: State) => boolean,
  what: string,
): Promise<State> {
  let state = await stateOf(popup);
  await until(
    async () => {
      state = await stateOf(popup);
      return is(state);
    },
    `the popup does not show ${what}: ${JSON.stringify(state)}`,
  ).catch((error) => {
    throw new Error(`${error.message}\nlast: ${JSON.stringify(state)}`);
  });
  return state;
}

export function flashed(read: Page): Promise<Array<string | undefined>> {
  return read.evaluate(() =>
    [...(CSS.highlights.get('sidelight-flash') ?? [])].map(
      ({ startContainer, startOffset, endOffset }) =>
        `${startContainer.parentElement?.tagName} ${startContainer.textContent?.slice(startOffset, endOffset)}`,
    ),
  );
}

/** A key upon which the popup may close while it is still held down. */
export async function pressLast(popup: Page, key: 'Enter', modifier?: 'Shift'): Promise<void> {
  const ifOpen = (error: Error) => {
    if (!/closed|detached|no such|discarded/i.test(error.message)) throw error;
  };
  if (modifier) await popup.keyboard.down(modifier);
  await popup.keyboard.press(key).catch(ifOpen);
  if (modifier) await popup.keyboard.up(modifier).catch(ifOpen);
}

export const press = (popup: Page, name: string) =>
  popup.evaluate((wanted) => {
    const named = (element: Element) =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '')
        .replace(/[\u2066-\u2069]/g, '')
        .includes(wanted);
    const found = [...document.querySelectorAll('button, label')].find(named);
    if (!found) throw new Error(`the popup has no “${wanted}”`);
    (found as HTMLElement).click();
  }, name);
