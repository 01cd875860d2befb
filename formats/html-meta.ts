/** What a web page says of itself: in its head, in structured data, in few places of its text. */
import type { Draft } from '../core/model/draft';
import type { Tree, TreeElement } from './markup';
import { addressOf, dateOf, languageOf, namesOf, wordsOf } from './said-of-itself';

type About = Pick<Draft, 'title' | 'authors' | 'date' | 'publisher' | 'language' | 'address'>;

const ARTICLE =
  /^(?:Article|NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|AskPublicNewsArticle|BlogPosting|LiveBlogPosting|Report|ScholarlyArticle|TechArticle|Interview|WebPage)$/;

/** @param given where the page was taken from */
export function aboutPage(page: Tree, given: string | null): About {
  const metas = metasOf(page);
  const meta = (...names: string[]) => {
    for (const name of names) {
      const words = wordsOf(metas.get(name)?.[0]);
      if (words) return words;
    }
    return null;
  };
  const structured = structuredOf(page);
  const publisher =
    [
      meta('og:site_name'),
      wordsOf(nameIn(structured?.publisher)),
      meta('dc.publisher', 'citation_publisher'),
    ].find((name) => name && !/^https?:/.test(name)) ?? null;
  const own = addressOf(given);
  const authors = authorsOf(page, metas, structured);
  return {
    title: titleOf(
      page,
      meta('og:title', 'citation_title', 'dc.title', 'twitter:title'),
      wordsOf(text(structured?.headline)),
      [publisher, ...authors],
    ),
    authors,
    date:
      dateOf(
        meta(
          'article:published_time',
          'og:article:published_time',
          'citation_publication_date',
          'dc.date.issued',
          'dc.date',
          'datepublished',
          'parsely-pub-date',
        ),
      ) ??
      dateOf(text(structured?.datePublished)) ??
      dateOf(itemDate(page)) ??
      onlyTime(page),
    publisher,
    language:
      languageOf(
        page.documentElement?.getAttribute('lang') ??
          page.documentElement?.getAttribute('xml:lang'),
      ) ??
      languageOf(text(structured?.inLanguage)) ??
      languageOf(meta('og:locale', 'content-language', 'language', 'dc.language')),
    address: canonicalOf(page, meta('og:url'), own) ?? own,
  };
}

function metasOf(page: Tree): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of Array.from(page.querySelectorAll('meta'))) {
    const content = element.getAttribute('content');
    if (!content) continue;
    const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap(
      (key) => element.getAttribute(key)?.toLowerCase().trim().split(/\s+/) ?? [],
    );
    for (const name of names) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  return metas;
}

type Structured = Record<string, unknown>;

/** JSON-LD of the article, where the page has it. */
function structuredOf(page: Tree): Structured | null {
  let found: Structured | null = null;
  for (const script of Array.from(page.querySelectorAll('script[type="application/ld+json"]'))) {
    for (const one of thingsIn(script.textContent ?? '')) {
      const types = [one['@type']].flat().filter((type) => typeof type === 'string');
      const isPage = types.includes('WebPage');
      if (!types.some((type) => ARTICLE.test(type))) continue;
      if (!found || (found['@type'] === 'WebPage' && !isPage)) found = one;
    }
  }
  return found;
}

function thingsIn(json: string): Structured[] {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, ''));
  } catch {
    // Pages often have structured data that is none; their text is good all the same.
    return [];
  }
  return [value]
    .flat()
    .flatMap((one) => (isThing(one) ? [one, ...[one['@graph'] ?? []].flat().filter(isThing)] : []));
}

function isThing(value: unknown): value is Structured {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | null {
  const [first] = [value].flat();
  return typeof first === 'string' ? withoutEntities(first) : null;
}

/** Some sites write entities into JSON. */
function withoutEntities(words: string): string {
  return words
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|rsquo);/g, '’')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

function nameIn(value: unknown): string | null {
  const [first] = [value].flat();
  return isThing(first) ? text(first.name) : text(first);
}

/** The site's name goes only where the page tells what it is. */
function titleOf(
  page: Tree,
  said: string | null,
  headline: string | null,
  around: ReadonlyArray<string | null>,
): string | null {
  const ofWindow = wordsOf(page.querySelector('head title, title')?.textContent);
  // Some sites put a description where the headline belongs: it must be in the window's title too.
  const isHeadline = headline !== null && (ofWindow === null || ofWindow.includes(headline));
  const whole = said ?? (isHeadline ? headline : ofWindow);
  if (!whole) return null;
  const heads = Array.from(page.querySelectorAll('h1'));
  const [only] = heads;
  const heading = heads.length === 1 ? wordsOf(only?.textContent) : null;
  const [, start, end] = /^(.+?)\s+[|–—·»:-]\s+([^|–—·»]+)$/.exec(whole) ?? [];
  if (!start || !end) return whole;
  const isAround = around.some((name) => name?.toLowerCase().startsWith(end.toLowerCase()));
  const isHeading = !said && heading?.toLowerCase() === start.toLowerCase();
  return isAround || isHeading ? start : whole;
}

function authorsOf(
  page: Tree,
  metas: Map<string, string[]>,
  structured: Structured | null,
): string[] {
  const said = [
    'author',
    'citation_author',
    'dc.creator',
    'article:author',
    'parsely-author',
    'byl',
  ];
  for (const name of said) {
    const names = namesOf(metas.get(name) ?? []);
    if (names.length > 0) return names;
  }
  const structuredNames = namesOf([structured?.author].flat().map(nameIn));
  if (structuredNames.length > 0) return structuredNames;
  const items = page.querySelectorAll('[itemprop~="author"]');
  const places = items.length > 0 ? items : page.querySelectorAll('[rel~="author"]');
  const named = Array.from(places)
    .map((place) => wordsOf((place.querySelector('[itemprop="name"]') ?? place).textContent))
    .filter((words) => words !== null && words.length <= 60);
  return namesOf(named);
}

function itemDate(page: Tree): string | null {
  const element = page.querySelector('[itemprop~="datePublished"]');
  return element && (element.getAttribute('datetime') ?? element.getAttribute('content'));
}

/** A page with one day in it, and no more, is of that day. */
function onlyTime(page: Tree): string | null {
  const days = Array.from(page.querySelectorAll('time[datetime]')).map((element: TreeElement) =>
    dateOf(element.getAttribute('datetime')),
  );
  const [first] = days;
  return first && new Set(days.map((day) => day?.slice(0, 10))).size === 1 ? first : null;
}

/** A page that names an address of another site is a copy of a page there, or lies. */
function canonicalOf(page: Tree, said: string | null, own: string | null): string | null {
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const address = addressOf(link, own) ?? addressOf(said, own);
  if (!address || !own) return address;
  const site = (one: string) => new URL(one).hostname.split('.').slice(-2).join('.');
  return site(address) === site(own) ? address : null;
}
