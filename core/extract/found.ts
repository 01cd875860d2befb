/** What `extractEntities` finds in a document. */
import type { EntityKind } from '../model/source';

/** Offsets in the document, UTF-16, end-exclusive. */
export interface FoundMention {
  start: number;
  end: number;
  /** With one space where the document breaks a line. */
  text: string;
  kind: EntityKind;
}

/** Why a reader should look at an entity. */
export const DOUBTS = [
  /** Its only name is one word. */
  'one-word',
  /** The document names it once. */
  'seen-once',
  /** Only seen where a capital says nothing. */
  'sentence-start',
  /** Its name is also an everyday word. */
  'everyday-word',
  /** The places of the document disagree on what it is. */
  'kind-unsure',
  /** One of its names may be another's. */
  'ambiguous',
  /** Only seen in an inflected form: the name may be wrong. */
  'inflected',
  /** The model was not sure. */
  'unsure',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface FoundName {
  text: string;
  /** BCP 47 */
  language: string;
  /** It counts on a page only beside other names. */
  needsCompany: boolean;
  /** Not in the document: made by a rule. */
  isDerived: boolean;
}

export interface FoundEntity {
  kind: EntityKind;
  /** The fullest form. */
  canonical: string;
  /** As pages may write it; those of the document first. */
  names: FoundName[];
  mentions: FoundMention[];
  /** 0 to 1: for putting doubtful ones first. */
  confidence: number;
  doubts: Doubt[];
  /** Only when it is a known name's. */
  wikidata?: string;
}

/** A name that the library knows already, or the browser. */
export interface KnownName {
  text: string;
  /** BCP 47 */
  language: string;
  kind: EntityKind;
  canonical: string;
  wikidata: string | null;
  needsCompany: boolean;
}
