/** What a reader can be told went wrong, by code: components/words/wording.ts has the words, in each language. */
export type FailureCode =
  /** The browser lets us copy in no way. */
  | 'copy-refused'
  /** A correction is to hold for a page or site that has no address. */
  | 'no-address'
  /** A page cannot be read, as those of the browser and its store. */
  | 'page-not-read'
  /** Nothing is stored from private windows. */
  | 'private-window'
  /** The library does not hold the source. */
  | 'no-source'
  /** The device has no room for what was to be stored. */
  | 'storage-full'
  /** The browser cannot read its database. */
  | 'storage-damaged'
  /** An older Sidelight, in another tab, keeps the database. */
  | 'storage-blocked'
  /** A later Sidelight has written the database. */
  | 'storage-later';

/** An error that is the reader's to know. Its message, in English, is for the console. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}
