/** Whether words end in a question mark, whatever closes after it. */
export function asks(words: string): boolean {
  return /[?？؟][\s"'»”’)\]]*$/u.test(words);
}
