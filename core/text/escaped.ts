/** A text as an expression that finds just it, outside of character classes. With the flag `u`, `\-` is none. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
