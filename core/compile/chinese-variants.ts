/** How else Chinese names are written: in traditional characters, as Hong Kong, Taiwan and neutral conversion have them. */
import type { ChineseVariants } from './compile';

const STANDARDS = ['t', 'tw', 'hk'] as const;

/** @param converterTo makes a converter to a standard of OpenCC: its dictionaries are large, and loaded where they are needed */
export function traditionalForms(
  converterTo: (standard: (typeof STANDARDS)[number]) => (text: string) => string,
): ChineseVariants {
  const converters = STANDARDS.map(converterTo);
  return (text) => converters.map((convert) => convert(text)).filter((form) => form !== text);
}
