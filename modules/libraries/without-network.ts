import type { Plugin } from 'vite';

/**
 * pdf.js can fetch documents, tables and code. Sidelight hands it all that it reads, and its pages may ask nobody; this
 * takes the means out of the build as well, so that a search of the build shows that there are none. It fails where a
 * later pdf.js has not what is taken out.
 */
export function withoutNetwork(): Plugin {
  return {
    name: 'without-network',
    apply: 'build',
    transform(code, id) {
      const file = /pdfjs-dist\/build\/(pdf(?:\.worker)?\.mjs)/.exec(id)?.[1];
      return file ? { code: withoutSinks(code, file), map: null } : undefined;
    },
  };
}

const SINKS: ReadonlyArray<readonly [sink: RegExp, instead: string]> = [
  [/(?<=(?:await|return|=) )fetch\(/g, 'askNobody('],
  [/(?<=await )import\(/g, 'askNobody('],
  [/new XMLHttpRequest\(\)/g, 'askNobody()'],
];

/** @throws when it has no such sinks */
export function withoutSinks(code: string, file: string): string {
  let quiet = code.replaceAll('XMLHttpRequest.DONE', '4');
  for (const [sink, instead] of SINKS) {
    if (quiet.search(sink) < 0)
      throw new Error(
        `${file} has no ${sink}: look through it anew, and correct ${import.meta.url}.`,
      );
    quiet = quiet.replace(sink, instead);
  }
  return `${quiet}\nfunction askNobody() { throw new Error('Sidelight asks nobody.'); }\n`;
}
