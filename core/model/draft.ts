/**
 * A document that has been read and is not yet stored. `formats/` makes it of a file; `core/compile/` finds passages in
 * it, and who says them; `core/extract/` the names.
 */
import type { Span } from './source';

export const FORMATS = ['text', 'markdown', 'html', 'pdf', 'epub', 'docx', 'subtitles'] as const;
export type Format = (typeof FORMATS)[number];

export interface Draft {
  format: Format;
  /** What is kept of the document: of plain text all of it, as it stands; of other formats what a reader sees. */
  text: string;
  /** In reading order. Every character that is not white space lies in exactly one; none begins or ends with white space. */
  blocks: Block[];
  /** As the file itself says; null where it does not. Never guessed. */
  title: string | null;
  authors: string[];
  /** ISO 8601, as precise as the file says. */
  date: string | null;
  publisher: string | null;
  /** BCP 47 */
  language: string | null;
  /** Where the document came from, http or https. */
  address: string | null;
  warnings: DraftWarning[];
}

/** Offsets are in the draft's text, UTF-16, end-exclusive. */
export interface Block extends Span {
  /**
   * A `table` has its rows in lines and its cells divided by tabs. A `note` is a footnote or endnote. `code` keeps its
   * lines; so do paragraphs of plain text.
   */
  kind: 'heading' | 'paragraph' | 'item' | 'quotation' | 'table' | 'code' | 'note' | 'cue';
  /** Of a heading 1 to 6, of an item its depth, from 1. */
  level?: number;
  /** Stretches that are set in bold. */
  strong?: Span[];
  /** All of it is set in italics. */
  isItalic?: boolean;
  /** The page that it begins on, as the document numbers its pages. */
  page?: string;
  /** When it is said, seconds from the start of the recording. */
  time?: number;
  /** Who says it, where the file itself marks that. */
  speaker?: string;
}

/** What a reader should know before adding the document; what is left is good. */
export interface DraftWarning {
  code: /** Pages that hold pictures alone; `detail` lists them. */
    | 'pages-without-text'
    /** Bytes that are of no character in the file's encoding; `detail` tells how many. */
    | 'characters-lost'
    /** The file does not say its encoding; `detail` names the one that was found. */
    | 'encoding-found'
    /** A part is damaged and left out; `detail` names it. */
    | 'part-lost';
  detail: string;
}

/** Why a document is refused. */
export type DocumentFault =
  /** No format that is read: a picture, a program, a sheet. */
  | 'unknown-format'
  | 'empty'
  /** Pictures of pages, without text. */
  | 'no-text'
  /** It asks for a password. */
  | 'encrypted'
  | 'damaged'
  /** More bytes, or more text, than is read. */
  | 'too-large'
  /** It would unpack, or nest, without measure. */
  | 'trap';

/** Its message, in English, is for the console. */
export class RefusedDocument extends Error {
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}
