/**
 * Fixture pages say what must be marked: `⟦entity-id|text⟧`. See tests/pages/README.md.
 */

export interface ExpectedMark {
  /** Without the source, where that is the bundled interview. */
  entity: string;
  /** As a reader sees it: no tags, entities decoded, white space runs as one space, nothing invisible. */
  text: string;
}

const MARKER = /⟦([a-z0-9/-]+)\|([\s\S]*?)⟧/g;

/**
 * The page as it is served, and what Sidelight must mark on it, in document order.
 * @param name of the page, for errors
 * @throws an error that names the place of a marker that is not closed, or not opened
 */
export function readMarkers(
  page: string,
  name: string,
): { html: string; expected: ExpectedMark[] } {
  const expected: ExpectedMark[] = [];
  const html = page.replace(MARKER, (_, entity: string, inner: string) => {
    expected.push({ entity, text: visibleText(inner) });
    return inner;
  });
  const stray = /[⟦⟧].{0,30}/u.exec(html)?.[0];
  if (stray) throw new Error(`${name}: a marker is not closed, or not opened, at “${stray}”.`);
  return { html, expected };
}

const ENTITIES: Record<string, string> = {
  '&shy;': '',
  '&nbsp;': ' ',
  '&zwj;': '',
  '&zwnj;': '',
  '&amp;': '&',
  '&rsquo;': '’',
  '&ndash;': '–',
  '&mdash;': '—',
};

export function visibleText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&[#a-z0-9]+;/gi, (entity) => {
      const code = /^&#(\d+);$/.exec(entity)?.[1];
      const text = code ? String.fromCodePoint(Number(code)) : ENTITIES[entity];
      if (text === undefined) throw new Error(`Markers do not know the entity ${entity}; add it.`);
      return text;
    })
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
