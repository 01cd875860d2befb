/** A pseudo-locale: our words as if they ran from right to left, to see what a page does with them. Ships in nothing. */
import type { Page } from 'puppeteer-core';

/** Turns the words of a page of ours around; those of sources and pages stay as they are. */
export async function turnAround(page: Page): Promise<void> {
  await page.evaluate(() => {
    const [override, end] = ['\u202e', '\u202c'];
    document.documentElement.dir = 'rtl';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (
      let node = walker.nextNode() as Text | null;
      node;
      node = walker.nextNode() as Text | null
    ) {
      const isOurs = !node.parentElement?.closest('bdi, blockquote, [dir="auto"], script');
      if (isOurs && node.data.trim() !== '') node.data = override + node.data + end;
    }
  });
}
