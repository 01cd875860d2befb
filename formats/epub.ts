/** EPUB 2 and 3: the book's own order of reading, without its covers and tables of contents. */
import { type Draft, type DraftWarning, RefusedDocument } from '../core/model/draft';
import { DraftText } from './draft-text';
import { emptyDraft } from './empty-draft';
import { writeBlocks } from './html-blocks';
import {
  attributeOf,
  childrenOf,
  elementOf,
  elementsOf,
  parseHtml,
  parseXml,
  type Tree,
  type TreeElement,
  xmlText,
} from './markup';
import { dateOf, languageOf, namesOf, titleOf, wordsOf } from './said-of-itself';
import { unzip } from './unzip';

const CONTAINER = 'META-INF/container.xml';
/** Fonts may be garbled by these, IDPF's and Adobe's; a reader of words does not mind. */
const FOR_FONTS = /\/2008\/embedding$|\/pdf\/enc#RC$/;
const AROUND = /^(?:cover|toc|loi|lot|landmarks|page-list)$/;

/** @throws a RefusedDocument */
export function readEpub(bytes: Uint8Array, onProgress: (done: number) => void): Draft {
  const files = unzip(
    bytes,
    (name) => !/\.(?:jpe?g|png|gif|svg|webp|css|js|[ot]tf|woff2?|mp[34]|m4a|ncx|smil)$/i.test(name),
  );
  const file = (path: string) => files.get(path) ?? files.get(nearest(files, path));
  const container = file(CONTAINER);
  if (!container) throw new RefusedDocument('damaged', `There is no ${CONTAINER} in it.`);
  const said = attributeOf(elementOf(parseXml(xmlText(container)), 'rootfile'), 'full-path');
  const packagePath = said === null ? null : decoded(said);
  const packaged = packagePath ? file(packagePath) : undefined;
  if (!packagePath || !packaged)
    throw new RefusedDocument('damaged', 'It does not say what the book is made of.');
  const book = parseXml(xmlText(packaged));
  const folder = packagePath.slice(0, packagePath.lastIndexOf('/') + 1);
  const chapters = chaptersOf(book, folder);
  refuseEncrypted(file('META-INF/encryption.xml'), chapters);
  const warnings: DraftWarning[] = [];
  const draft = new DraftText();
  let page: string | null = null;
  for (const [number, path] of chapters.entries()) {
    const chapter = file(path);
    if (chapter) page = writeChapter(chapter, draft, page);
    else warnings.push({ code: 'part-lost', detail: path });
    onProgress((number + 1) / chapters.length);
  }
  if (draft.blocks.length === 0) throw new RefusedDocument('no-text', 'The book has no words.');
  return {
    ...emptyDraft('epub'),
    ...aboutBook(book),
    text: draft.text,
    blocks: draft.blocks,
    warnings,
  };
}

/** @returns the page that it ends on, where the book tells */
function writeChapter(bytes: Uint8Array, draft: DraftText, begins: string | null): string | null {
  const markup = xmlText(bytes)
    // Of declarations nothing is read; what they declare could unpack without measure.
    .replace(/<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>/i, '')
    // HTML knows no empty elements but its own.
    .replace(
      /<((?!(?:br|hr|img|input|col|link|meta|wbr|area|embed|source|track|base)\b)[a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)\/>/gi,
      '<$1$2></$1>',
    );
  const tree = parseHtml(markup);
  const body = tree.querySelector('body') ?? tree.documentElement;
  return body ? writeBlocks(body, draft, isNavigation, begins) : begins;
}

function isNavigation(element: TreeElement): boolean {
  return (element.getAttribute('epub:type') ?? '').split(/\s+/).some((type) => AROUND.test(type));
}

/** The paths of what is read, in order. */
function chaptersOf(book: Tree, folder: string): string[] {
  const left = new Set<string>();
  for (const reference of elementsOf(book, 'reference')) {
    const type = attributeOf(reference, 'type') ?? '';
    const href = attributeOf(reference, 'href') ?? '';
    // Some guides point from the contents to the first chapter.
    if (AROUND.test(type) && !href.includes('#')) left.add(resolved(folder, href));
  }
  const items = new Map<string, string>();
  for (const item of elementsOf(book, 'item')) {
    const id = attributeOf(item, 'id');
    const href = attributeOf(item, 'href');
    if (!id || !href) continue;
    const properties = (attributeOf(item, 'properties') ?? '').split(/\s+/);
    const type = attributeOf(item, 'media-type') ?? '';
    const path = resolved(folder, href);
    if (/html|xml/.test(type) && !properties.includes('nav') && !left.has(path))
      items.set(id, path);
  }
  const order: string[] = [];
  for (const reference of elementsOf(book, 'itemref')) {
    const path = items.get(attributeOf(reference, 'idref') ?? '');
    if (path && !order.includes(path)) order.push(path);
  }
  if (order.length === 0) throw new RefusedDocument('damaged', 'The book names no chapters.');
  return order;
}

function refuseEncrypted(bytes: Uint8Array | undefined, chapters: readonly string[]): void {
  if (!bytes) return;
  for (const data of elementsOf(parseXml(xmlText(bytes)), 'EncryptedData')) {
    const method = attributeOf(elementOf(data, 'EncryptionMethod'), 'Algorithm') ?? '';
    const uri = attributeOf(elementOf(data, 'CipherReference'), 'URI') ?? '';
    if (!FOR_FONTS.test(method) && chapters.includes(resolved('', uri)))
      throw new RefusedDocument('encrypted', `${uri} is locked.`);
  }
}

function aboutBook(
  book: Tree,
): Pick<Draft, 'title' | 'authors' | 'date' | 'publisher' | 'language'> {
  const metadata = elementOf(book, 'metadata');
  const all = (name: string) =>
    metadata ? [...elementsOf(metadata, name)].filter((one) => one.localName !== 'meta') : [];
  const words = (name: string) => wordsOf(all(name)[0]?.textContent);
  const roles = new Map<string, string>();
  for (const meta of metadata ? childrenOf(metadata, 'meta') : []) {
    if (attributeOf(meta, 'property') !== 'role') continue;
    roles.set((attributeOf(meta, 'refines') ?? '').slice(1), meta.textContent?.trim() ?? '');
  }
  const isAuthor = (creator: TreeElement) => {
    const role = attributeOf(creator, 'role') ?? roles.get(attributeOf(creator, 'id') ?? '');
    return !role || role === 'aut';
  };
  const dates = all('date');
  const published =
    dates.find((date) => attributeOf(date, 'event') === 'publication') ??
    dates.find((date) => attributeOf(date, 'event') === null);
  return {
    title: titleOf(words('title')),
    authors: namesOf(
      all('creator')
        .filter(isAuthor)
        .map((one) => one.textContent),
    ),
    date: dateOf(published?.textContent),
    publisher: words('publisher'),
    language: languageOf(words('language')),
  };
}

/** A path in the zip file, of one in a folder of it. */
function resolved(folder: string, href: string): string {
  const path: string[] = [];
  for (const part of `${folder}${decoded(href.replace(/[#?].*$/, ''))}`.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A name with a percent sign of its own.
    return href;
  }
}

/** Books made on systems that do not tell capitals apart. */
function nearest(files: ReadonlyMap<string, unknown>, path: string): string {
  const lower = path.toLowerCase();
  return [...files.keys()].find((name) => name.toLowerCase() === lower) ?? '';
}
