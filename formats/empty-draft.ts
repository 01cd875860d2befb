import type { Draft, Format } from '../core/model/draft';

/** A draft of which nothing is known yet. */
export function emptyDraft(format: Format): Draft {
  return {
    format,
    text: '',
    blocks: [],
    title: null,
    authors: [],
    date: null,
    publisher: null,
    language: null,
    address: null,
    warnings: [],
  };
}
