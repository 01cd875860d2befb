/** What is read of a file at most. A file beyond is refused: a part of a document would be cited as if it were all of it. */

/** Of the file; more is refused unread. */
export const MAX_BYTES = 256 << 20;
/** Of the text that comes of it, in UTF-16 units. */
export const MAX_CHARACTERS = 10_000_000;
/** Of a PDF. */
export const MAX_PAGES = 5000;
/** Of elements in each other. Browsers stop at 512; no document comes near. */
export const MAX_DEPTH = 1000;
/** Of attributes of an element. The time that they take grows with their square. */
export const MAX_ATTRIBUTES = 1000;
/** Of a title or a name, in UTF-16 units; what is longer is none. */
export const MAX_LINE = 1000;
/** Of the label of a page. */
export const MAX_LABEL = 20;
/** Of a block; a longer one is cut at an end of a sentence. */
export const MAX_BLOCK = 5000;
