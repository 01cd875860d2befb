/** The keyword `sl` in the address bar. */
import { browser } from 'wxt/browser';
import { markUp, plainText, type Suggestion } from '../core/library/omnibox';

/** Chrome draws markup; Firefox shows it as it is. */
const draw = import.meta.env.FIREFOX ? plainText : markUp;

/**
 * @param hint asked each time the keyword is typed: the reader may have chosen another language
 * @param suggest what to offer for a text; the last text typed wins
 * @param addressOf where a chosen suggestion (its id) or a text leads
 */
export function watchOmnibox(
  hint: () => Promise<string>,
  suggest: (text: string) => Promise<Suggestion[]>,
  addressOf: (chosen: string) => Promise<string>,
  onError: (error: unknown) => void,
): void {
  // Firefox for Android has none.
  if (!browser.omnibox) return;
  browser.omnibox.onInputStarted.addListener(() => {
    hint()
      .then((text) =>
        browser.omnibox.setDefaultSuggestion({ description: draw([{ text, style: 'plain' }]) }),
      )
      .catch(onError);
  });
  let latest = '';
  browser.omnibox.onInputChanged.addListener((text, answer) => {
    latest = text;
    suggest(text)
      .then((suggestions) => {
        if (text !== latest) return;
        answer(suggestions.map(({ id, line }) => ({ content: id, description: draw(line) })));
      })
      .catch(onError);
  });
  browser.omnibox.onInputEntered.addListener((chosen, disposition) => {
    addressOf(chosen)
      .then((url) => open(url, disposition))
      .catch(onError);
  });
}

async function open(url: string, disposition: string): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
