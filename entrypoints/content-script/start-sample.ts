/** Marks the sample on a page of ours as any page is marked, by the very script of pages, and nothing else on it. */
import { cardAddress } from '../../platform/our-pages';
import { startPage } from './start-page';

export async function startSample(): Promise<void> {
  const isOutside = (element: Element) => element.closest('.sample-text') === null;
  await startPage(cardAddress(), { site: null, page: null }, isOutside);
}
