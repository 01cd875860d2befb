/** Walks a tree of HTML and writes what a reader sees into a draft's text. */
import type { AboutBlock, BlockKind, DraftText, Piece } from './draft-text';
import { CDATA, isElement, TEXT, type TreeElement, type TreeNode } from './markup';
import { pageLabelOf } from './said-of-itself';

const UNSEEN = new Set(
  'script style template noscript head title meta link svg math iframe object embed canvas audio video map nav select option datalist button input textarea rp rt dialog menu'.split(
    ' ',
  ),
);
/** Paragraphs end at these. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const STRONG = new Set(['b', 'strong']);
const ITALIC = new Set(['i', 'em']);
/** A cell with one of these lays out a page; where a table has heads, lists stand in its cells as well. */
const IN_LAYOUT = 'table, p + p, h1, h2, h3, h4, h5, h6, blockquote, article, section, form';
/** They stand in the cells of a table too, where it has heads. */
const LISTS = 'ul, ol';
/** Of a cell; longer ones are text in columns. */
const LONGEST_CELL = 1000;

/** Where the walk is. */
interface Place {
  kind: BlockKind;
  level: number;
  /** How many lists it is in. */
  depth: number;
  strong: boolean;
  italic: boolean;
  isCode: boolean;
}

/** One thing to do: go into a node, or leave a block. */
type Step = { node: TreeNode; place: Place } | { leave: true; place: Place };

/**
 * @param isLeftOut which elements a format leaves out besides what nobody sees
 * @param page that it begins on, where a book tells
 * @returns the page that it ends on
 */
export function writeBlocks(
  root: TreeNode,
  draft: DraftText,
  isLeftOut: (element: TreeElement) => boolean = () => false,
  page: string | null = null,
): string | null {
  const writer = new Writer(draft);
  writer.page = page;
  const top: Place = {
    kind: 'paragraph',
    level: 0,
    depth: 0,
    strong: false,
    italic: false,
    isCode: false,
  };
  const steps: Step[] = [{ node: root, place: top }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { place } = step;
    if ('leave' in step) {
      writer.end(place);
      continue;
    }
    const { node } = step;
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      writer.write(node.nodeValue ?? '', place);
      continue;
    }
    if (!isElement(node)) {
      pushChildren(steps, node, place);
      continue;
    }
    const name = node.localName;
    if (typeOf(node).includes('pagebreak') || node.getAttribute('role') === 'doc-pagebreak') {
      writer.page = pageOf(node) ?? writer.page;
      continue;
    }
    if (UNSEEN.has(name) || isHidden(node) || isLeftOut(node)) continue;
    if (name === 'br') {
      writer.write(place.isCode ? '\n' : BREAK, place);
      continue;
    }
    if (name === 'table' && isTable(node)) {
      writer.end(place);
      writer.table(node);
      continue;
    }
    const inner = placeIn(node, name, place);
    if (!BLOCKS.has(name)) {
      const isNumber = name === 'sup' && isNoteNumber(node);
      if (isNumber) writer.write(`[${node.textContent?.trim()}]`, place);
      else if (name === 'q') writeQuoted(steps, node, inner);
      else pushChildren(steps, node, inner);
      continue;
    }
    writer.end(place);
    steps.push({ leave: true, place: inner });
    pushChildren(steps, node, inner);
  }
  writer.end(top);
  return writer.page;
}

/** A break within a paragraph; two of them part it. White space around them is none. */
const BREAK = '\u2028';

class Writer {
  page: string | null = null;
  #draft: DraftText;
  #pieces: Piece[] = [];

  constructor(draft: DraftText) {
    this.#draft = draft;
  }

  write(text: string, { strong, italic, isCode }: Place): void {
    this.#pieces.push({
      text: isCode ? text : text.replace(/[ \t\n\r\f]+/g, ' '),
      strong,
      italic,
    });
  }

  /** Ends the block that is being written. */
  end({ kind, level, isCode }: Place): void {
    const pieces = this.#pieces;
    if (pieces.length === 0) return;
    this.#pieces = [];
    const about: AboutBlock = {
      ...((kind === 'heading' || kind === 'item') && { level }),
      ...(this.page !== null && { page: this.page }),
    };
    if (isCode) this.#draft.add('code', pieces, about);
    else for (const part of parted(pieces)) this.#draft.add(kind, part, about);
  }

  table(table: TreeElement): void {
    const rows: string[] = [];
    let caption: TreeElement | null = null;
    for (const part of inOrder(table, ['tr', 'caption'])) {
      if (part.localName === 'caption') {
        caption = part;
        continue;
      }
      const cells = [...inOrder(part, ['td', 'th'])].map((cell) => flat(cell));
      if (cells.some((cell) => cell !== '')) rows.push(cells.join('\t'));
    }
    const about = this.page === null ? {} : { page: this.page };
    if (caption) this.#draft.add('paragraph', flat(caption), about);
    this.#draft.add('table', rows.join('\n'), about);
  }
}

/** Parts a paragraph at empty lines. */
function parted(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  let breaks = 0;
  for (const piece of pieces) {
    const { text } = piece;
    if (text === BREAK) {
      breaks++;
      if (breaks === 2) parts.push([]);
      continue;
    }
    if (text.trim() === '' && breaks > 0) continue;
    if (breaks === 1) parts.at(-1)?.push({ text: '\n', strong: false });
    breaks = 0;
    parts.at(-1)?.push(piece);
  }
  return parts;
}

function pushChildren(steps: Step[], node: TreeNode, place: Place): void {
  const children: TreeNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  for (const child of children.reverse()) steps.push({ node: child, place });
}

function writeQuoted(steps: Step[], node: TreeElement, place: Place): void {
  const mark = (nodeValue: string): TreeNode => ({
    nodeType: TEXT,
    nodeValue,
    firstChild: null,
    nextSibling: null,
    parentNode: null,
  });
  steps.push({ node: mark('”'), place });
  pushChildren(steps, node, place);
  steps.push({ node: mark('“'), place });
}

function placeIn(element: TreeElement, name: string, place: Place): Place {
  const heading = /^h([1-6])$/.exec(name)?.[1] ?? headingRole(element);
  if (heading && place.kind !== 'note')
    return { ...place, kind: 'heading', level: Number(heading), strong: false };
  if (isNote(element)) return { ...place, kind: 'note' };
  if (STRONG.has(name) || isSetBold(element)) {
    return { ...place, strong: !isSetPlain(element) };
  }
  if (isSetPlain(element)) return { ...place, strong: false };
  if (ITALIC.has(name) || isSetItalic(element)) return { ...place, italic: true };
  if (name === 'ul' || name === 'ol' || name === 'dl') return { ...place, depth: place.depth + 1 };
  if ((name === 'li' || name === 'dd') && place.kind !== 'note') {
    return { ...place, kind: 'item', level: Math.max(1, place.depth) };
  }
  if (name === 'blockquote' && place.kind !== 'note') return { ...place, kind: 'quotation' };
  if (name === 'pre') return { ...place, kind: 'code', isCode: true };
  return place;
}

function headingRole(element: TreeElement): string | null {
  if (element.getAttribute('role') !== 'heading') return null;
  const level = Number(element.getAttribute('aria-level') ?? 2);
  return String(Math.min(6, Math.max(1, level || 2)));
}

function isNote(element: TreeElement): boolean {
  const type = typeOf(element);
  const role = element.getAttribute('role') ?? '';
  return (
    /\b(?:foot|rear|end)notes?\b/.test(type) ||
    /^doc-(?:footnote|endnotes?)$/.test(role) ||
    (element.localName === 'li' &&
      /^(?:fn|footnote|endnote|cite_note)\b|^(?:fn|footnote|endnote|cite_note)[-_:\d]/i.test(
        element.getAttribute('id') ?? '',
      ))
  );
}

/** What an EPUB says an element is. */
function typeOf(element: TreeElement): string {
  return element.getAttribute('epub:type') ?? '';
}

function isNoteNumber(element: TreeElement): boolean {
  const words = element.textContent?.trim() ?? '';
  const link = element.querySelector('a[href*="#"]') ?? element.parentNode;
  const isLinked =
    link !== null && isElement(link) && link.localName === 'a' && link.hasAttribute('href');
  return /^\d{1,3}$/.test(words) && isLinked;
}

function styleOf(element: TreeElement): string {
  return element.getAttribute('style')?.toLowerCase() ?? '';
}

function isSetBold(element: TreeElement): boolean {
  return /font-weight\s*:\s*(?:bold|[6-9]00)/.test(styleOf(element));
}

function isSetItalic(element: TreeElement): boolean {
  return /font-style\s*:\s*(?:italic|oblique)/.test(styleOf(element));
}

function isSetPlain(element: TreeElement): boolean {
  return /font-weight\s*:\s*(?:normal|[1-5]00)/.test(styleOf(element));
}

/** Tables of contents and buttons that only lead elsewhere. */
const LEADS_ELSEWHERE =
  /(?:^|\s)(?:toc|mw-editsection|mw-jump-link|skip-link|sr-only|screen-reader-text|visually-hidden)(?:\s|$)/;

function isHidden(element: TreeElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('id') === 'toc' ||
    LEADS_ELSEWHERE.test(element.getAttribute('class') ?? '') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /^(?:navigation|search|menu|toolbar)$/.test(element.getAttribute('role') ?? '') ||
    /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/.test(styleOf(element))
  );
}

/** Data, not a page laid out in columns. */
function isTable(table: TreeElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  const inLayout = table.querySelector('th') ? IN_LAYOUT : `${IN_LAYOUT}, ${LISTS}`;
  let rows = 0;
  let widest = 0;
  for (const row of inOrder(table, ['tr'])) {
    const cells = [...inOrder(row, ['td', 'th'])];
    for (const cell of cells) {
      if (cell.querySelector(inLayout)) return false;
      if ((cell.textContent?.length ?? 0) > LONGEST_CELL) return false;
    }
    rows++;
    widest = Math.max(widest, cells.length);
  }
  return rows > 0 && widest > 1;
}

/** The nearest of these names below, not those within them. */
function* inOrder(root: TreeElement, names: readonly string[]): Generator<TreeElement> {
  const open: TreeElement[] = Array.from(root.children).reverse();
  for (let element = open.pop(); element; element = open.pop()) {
    if (isHidden(element)) continue;
    if (names.includes(element.localName)) yield element;
    else open.push(...Array.from(element.children).reverse());
  }
}

function flat(element: TreeElement): string {
  const words: string[] = [];
  const open: TreeNode[] = [element];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === TEXT || node.nodeType === CDATA) words.push(node.nodeValue ?? '');
    if (!isElement(node)) continue;
    if (UNSEEN.has(node.localName) || isHidden(node)) continue;
    if (BLOCKS.has(node.localName) || node.localName === 'br') words.push(' ');
    const children: TreeNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
    open.push(...children.reverse());
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

function pageOf(element: TreeElement): string | null {
  const said =
    element.getAttribute('title') ?? element.getAttribute('aria-label') ?? element.textContent;
  return pageLabelOf(said?.replace(/^page\s+/i, ''));
}
