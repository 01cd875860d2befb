/** Web pages: the article of one, or all of it where none is found, and what the page says of itself. */
import { Readability } from '@mozilla/readability';
import { type Draft, type DraftWarning, RefusedDocument } from '../core/model/draft';
import { DraftText } from './draft-text';
import { emptyDraft } from './empty-draft';
import { writeBlocks } from './html-blocks';
import { aboutPage } from './html-meta';
import { parseHtml, type Tree, type TreeElement, type TreeNode } from './markup';

/** Pages of more elements take too long to be searched for an article. */
const MOST_ELEMENTS = 100_000;
/** Less was mistaken for an article, where the page has much more. */
const LEAST_SHARE = 0.05;

/** @param warnings what came of decoding it */
export function readHtml(html: string, address: string | null, warnings: DraftWarning[]): Draft {
  const page = parseHtml(html);
  const about = aboutPage(page, address);
  const whole = wholeOf(page);
  const text = articleOf(page, whole) ?? whole;
  if (text.blocks.length === 0) throw new RefusedDocument('empty', 'The page shows no words.');
  return { ...emptyDraft('html'), ...about, text: text.text, blocks: text.blocks, warnings };
}

function wholeOf(page: Tree): DraftText {
  const text = new DraftText();
  const body = page.querySelector('body') ?? page.documentElement;
  if (body) writeBlocks(body, text, isAroundContent);
  return text;
}

/** The reader view takes the page apart, so it comes last. */
function articleOf(page: Tree, whole: DraftText): DraftText | null {
  if (page.querySelectorAll('*').length > MOST_ELEMENTS) return null;
  const article = new Readability<TreeNode>(
    page as unknown as ConstructorParameters<typeof Readability>[0],
    {
      serializer: (node) => node as unknown as TreeNode,
    },
  ).parse();
  if (!article?.content) return null;
  const text = new DraftText();
  writeBlocks(article.content, text);
  const isMistaken = text.text.length < whole.text.length * LEAST_SHARE;
  return text.blocks.length === 0 || isMistaken ? null : text;
}

/** Heads and feet of the site. */
function isAroundContent(element: TreeElement): boolean {
  const role = element.getAttribute('role');
  if (role === 'banner' || role === 'contentinfo') return true;
  if (element.localName !== 'header' && element.localName !== 'footer') return false;
  const parent = element.parentNode as TreeElement | null;
  return parent?.localName === 'body';
}
