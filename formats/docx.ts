/**
 * Word documents, transitional and strict. Word stores no pages and no numbers of lists: they are not read. Headers,
 * footers, comments, deletions and hidden words are left out, and so is a table of contents.
 */
import { type Draft, type DraftWarning, RefusedDocument } from '../core/model/draft';
import { type BlockKind, DraftText, type Piece } from './draft-text';
import { emptyDraft } from './empty-draft';
import {
  attributeOf,
  childrenOf,
  elementOf,
  elementsOf,
  localNameOf,
  parseXml,
  type Tree,
  type TreeElement,
  xmlText,
} from './markup';
import { languageOf, namesOf, titleOf, wordsOf } from './said-of-itself';
import { unzip } from './unzip';

/** Of a table; a cell with more is a column of text. */
const LONGEST_CELL = 1000;

/** @throws a RefusedDocument */
export function readDocx(bytes: Uint8Array, onProgress: (done: number) => void): Draft {
  const files = unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  const part = (path: string | null) => {
    const file = path === null ? undefined : files.get(path);
    return file ? parseXml(xmlText(file)) : null;
  };
  const path = related(part('_rels/.rels'), '', 'officeDocument') ?? 'word/document.xml';
  const main = part(path);
  const body = main && elementOf(main, 'body');
  if (!body) throw new RefusedDocument('damaged', `${path} is missing or is no document.`);
  onProgress(0.5);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = part(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const named = (type: string) => part(related(relations, folder, type) ?? `${folder}${type}.xml`);
  const warnings: DraftWarning[] = [];
  const reader = new Reader(stylesOf(named('styles')));
  reader.read(body);
  reader.readNotes('footnote', named('footnotes'), warnings);
  reader.readNotes('endnote', named('endnotes'), warnings);
  const { draft } = reader;
  if (draft.blocks.length === 0) throw new RefusedDocument('no-text', 'The document has no words.');
  const core = part(related(part('_rels/.rels'), '', 'core-properties') ?? 'docProps/core.xml');
  const words = (name: string) => wordsOf(core && elementOf(core, name)?.textContent);
  return {
    ...emptyDraft('docx'),
    text: draft.text,
    blocks: draft.blocks,
    title: titleOf(words('title')),
    authors: namesOf([words('creator')]),
    language: languageOf(words('language')),
    warnings,
  };
}

/** The part that a file names by its role. */
function related(relations: Tree | null, folder: string, type: string): string | null {
  if (!relations) return null;
  for (const relation of elementsOf(relations, 'Relationship')) {
    if (!attributeOf(relation, 'Type')?.endsWith(`/${type}`)) continue;
    const target = attributeOf(relation, 'Target') ?? '';
    if (target.startsWith('/')) return target.slice(1);
    const path = `${folder}${target}`;
    return path.replace(/[^/]+\/\.\.\//g, '').replace(/(^|\/)\.\//g, '$1');
  }
  return null;
}

interface Style {
  kind: 'heading' | 'quotation' | 'contents' | null;
  level: number;
  bold: boolean | null;
  /** Depth in a list, from 1. */
  depth: number | null;
  basedOn: string | null;
}

function stylesOf(tree: Tree | null): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const style of tree ? elementsOf(tree, 'style') : []) {
    const id = attributeOf(style, 'styleId');
    if (!id) continue;
    const name = settingOf(style, 'name')?.toLowerCase() ?? '';
    const paragraph = childOf(style, 'pPr');
    const outline = Number(settingOf(paragraph, 'outlineLvl') ?? 9);
    const heading = /^heading ([1-9])$/.exec(name)?.[1];
    const level = name === 'title' ? 1 : heading ? Number(heading) : outline + 1;
    const isHeading = level <= 9 && name !== 'subtitle';
    const kind = isHeading
      ? 'heading'
      : /^(?:intense )?quote$|^block text$/.test(name)
        ? 'quotation'
        : /^toc \d$|^table of figures$/.test(name)
          ? 'contents'
          : null;
    styles.set(id, {
      kind,
      level: Math.min(6, level),
      bold: isOn(childOf(style, 'rPr'), 'b'),
      depth: depthOf(paragraph),
      basedOn: settingOf(style, 'basedOn'),
    });
  }
  return styles;
}

class Reader {
  readonly draft = new DraftText();
  #styles: ReadonlyMap<string, Style>;
  /** Ids of notes in the order of their numbers. */
  #referred: Record<'footnote' | 'endnote', string[]> = { footnote: [], endnote: [] };
  /** Boxes stand beside the paragraph that holds them, and are read after it. */
  #boxes: TreeElement[] = [];

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  /** Reads paragraphs and tables, in order. */
  read(parent: TreeElement, kind: BlockKind | null = null): void {
    for (const child of blocksIn(parent)) {
      if (localNameOf(child) === 'tbl') this.#readTable(child, kind);
      else this.#readParagraph(child, kind);
    }
  }

  readNotes(type: 'footnote' | 'endnote', tree: Tree | null, warnings: DraftWarning[]): void {
    const notes = new Map<string, TreeElement>();
    for (const note of tree ? elementsOf(tree, type) : [])
      notes.set(attributeOf(note, 'id') ?? '', note);
    for (const [index, id] of this.#referred[type].entries()) {
      const note = notes.get(id);
      const number = `[${numberOf(type, index)}]`;
      if (!note) {
        warnings.push({ code: 'part-lost', detail: `${type} ${number}` });
        continue;
      }
      for (const [at, paragraph] of [...blocksIn(note)].entries()) {
        const lead: Piece[] = at === 0 ? [{ text: `${number} `, strong: false }] : [];
        const pieces = this.#piecesOf(paragraph, false);
        if (hasWords(pieces)) this.draft.add('note', [...lead, ...pieces]);
      }
    }
  }

  #readParagraph(paragraph: TreeElement, given: BlockKind | null): void {
    const properties = childOf(paragraph, 'pPr');
    const styles = this.#chain(settingOf(properties, 'pStyle'));
    const pieces = this.#piecesOf(
      paragraph,
      styles.find(({ bold }) => bold !== null)?.bold ?? false,
    );
    const boxes = this.#boxes.splice(0);
    const styled = styles.find(({ kind }) => kind !== null);
    const outline = Number(settingOf(properties, 'outlineLvl') ?? 9);
    const depth =
      depthOf(properties) ?? styles.find((style) => style.depth !== null)?.depth ?? null;
    if (styled?.kind !== 'contents') {
      if (given) this.draft.add(given, pieces);
      else if (outline < 9) this.draft.add('heading', pieces, { level: Math.min(6, outline + 1) });
      else if (styled?.kind === 'heading')
        this.draft.add('heading', pieces, { level: styled.level });
      else if (depth !== null && depth > 0) this.draft.add('item', pieces, { level: depth });
      else this.draft.add(styled?.kind ?? 'paragraph', pieces);
    }
    for (const box of boxes) this.read(box);
  }

  #readTable(table: TreeElement, given: BlockKind | null): void {
    const rows = [...rowsIn(table)].map((row) => [...cellsIn(row)]);
    const isLayout =
      Math.max(0, ...rows.map((cells) => cells.length)) < 2 ||
      rows.some((cells) => cells.some((cell) => (cell.textContent?.length ?? 0) > LONGEST_CELL));
    if (isLayout) {
      for (const cell of rows.flat()) this.read(cell, given);
      return;
    }
    const lines = rows.map((cells) => cells.map((cell) => this.#flat(cell)).join('\t'));
    this.draft.add('table', lines.filter((line) => line.trim() !== '').join('\n'));
    for (const box of this.#boxes.splice(0)) this.read(box);
  }

  #flat(cell: TreeElement): string {
    return [...elementsOf(cell, 'p')]
      .filter((paragraph) => !isIn(paragraph, cell, 'txbxContent'))
      .map((paragraph) =>
        this.#piecesOf(paragraph, false)
          .map(({ text }) => text)
          .join(''),
      )
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  #chain(id: string | null): Style[] {
    const chain: Style[] = [];
    for (let style = this.#styles.get(id ?? ''); style && !chain.includes(style); ) {
      chain.push(style);
      style = this.#styles.get(style.basedOn ?? '');
    }
    return chain;
  }

  #piecesOf(paragraph: TreeElement, isBold: boolean): Piece[] {
    const pieces: Piece[] = [];
    // What is between the marks of a field and its result is how it is computed.
    for (const run of runsIn(paragraph)) {
      if (localNameOf(run) === 't') {
        pieces.push({ text: run.textContent ?? '', strong: false });
        continue;
      }
      const properties = childOf(run, 'rPr');
      if (isOn(properties, 'vanish')) continue;
      const styled = this.#chain(settingOf(properties, 'rStyle')).find(
        ({ bold }) => bold !== null,
      )?.bold;
      const strong = isOn(properties, 'b') ?? styled ?? isBold;
      const italic = isOn(properties, 'i') === true;
      for (const part of partsIn(run)) {
        const text = this.#textOf(part);
        if (text !== '') pieces.push({ text, strong, italic });
      }
    }
    return pieces;
  }

  #textOf(part: TreeElement): string {
    switch (localNameOf(part)) {
      case 't':
        return part.textContent ?? '';
      case 'tab':
      case 'ptab':
        return ' ';
      case 'br':
      case 'cr':
        return attributeOf(part, 'type') === null ? '\n' : '';
      case 'noBreakHyphen':
        return '\u2011';
      case 'footnoteReference':
        return this.#refer('footnote', part);
      case 'endnoteReference':
        return this.#refer('endnote', part);
      case 'txbxContent':
        this.#boxes.push(part);
        return '';
      default:
        return '';
    }
  }

  #refer(type: 'footnote' | 'endnote', reference: TreeElement): string {
    const ids = this.#referred[type];
    const id = attributeOf(reference, 'id') ?? '';
    if (!ids.includes(id)) ids.push(id);
    return `[${numberOf(type, ids.indexOf(id))}]`;
  }
}

/** Endnotes have Roman numbers, as Word has them, so that they are not taken for footnotes. */
function numberOf(type: 'footnote' | 'endnote', index: number): string {
  if (type === 'footnote') return String(index + 1);
  let rest = index + 1;
  let roman = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      roman += letters;
      rest -= value;
    }
  }
  return roman;
}

const ROMAN: ReadonlyArray<readonly [number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Removed words, and how a field is computed, are not what a reader sees. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'pPr',
  'rPr',
  'tblPr',
  'tcPr',
  'trPr',
  'sdtPr',
  // Readings above characters.
  'rt',
]);

/** Goes down through what only wraps, to the nearest elements of these names. */
function* nearest(parent: TreeElement, names: ReadonlySet<string>): Generator<TreeElement> {
  const open = [...childrenOf(parent)].reverse();
  for (let element = open.pop(); element; element = open.pop()) {
    const name = localNameOf(element);
    if (names.has(name)) yield element;
    else if (!LEFT_OUT.has(name)) open.push(...shown(element).reverse());
  }
}

/** Of two ways to draw the same, the first. */
function shown(element: TreeElement): TreeElement[] {
  const children = [...childrenOf(element)];
  if (localNameOf(element) !== 'AlternateContent') return children;
  const choice = children.find((child) => localNameOf(child) === 'Choice' && child.firstChild);
  return choice ? [choice] : children.slice(-1);
}

const BLOCKS = new Set(['p', 'tbl']);
const RUNS = new Set(['r', 't']);
const PARTS = new Set([
  't',
  'tab',
  'ptab',
  'br',
  'cr',
  'noBreakHyphen',
  'footnoteReference',
  'endnoteReference',
  'txbxContent',
]);
const blocksIn = (parent: TreeElement) => nearest(parent, BLOCKS);
const runsIn = (paragraph: TreeElement) => nearest(paragraph, RUNS);
const partsIn = (run: TreeElement) => nearest(run, PARTS);
const rowsIn = (table: TreeElement) => nearest(table, new Set(['tr']));
const cellsIn = (row: TreeElement) => nearest(row, new Set(['tc']));

function isIn(element: TreeElement, root: TreeElement, name: string): boolean {
  for (let node = element.parentNode; node && node !== root; node = node.parentNode) {
    if ('localName' in node && localNameOf(node as TreeElement) === name) return true;
  }
  return false;
}

function childOf(parent: TreeElement | null, name: string): TreeElement | null {
  return parent ? (childrenOf(parent, name).next().value ?? null) : null;
}

function settingOf(parent: TreeElement | null, name: string): string | null {
  return attributeOf(childOf(parent, name), 'val');
}

/** On, off, or not said. */
function isOn(properties: TreeElement | null, name: string): boolean | null {
  const element = childOf(properties, name);
  if (!element) return null;
  return !/^(?:0|false|off)$/.test(attributeOf(element, 'val') ?? '');
}

/** Depth in a list, from 1; 0 where a paragraph is taken out of one. */
function depthOf(properties: TreeElement | null): number | null {
  const list = childOf(properties, 'numPr');
  if (!list) return null;
  if (settingOf(list, 'numId') === '0') return 0;
  return Number(settingOf(list, 'ilvl') ?? 0) + 1;
}

function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some(({ text }) => text.trim() !== '');
}
