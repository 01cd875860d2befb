/** The pages that are read: fixtures, saved pages where there are any, and generated ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMarkers } from '../tests/page-markers.ts';
import { livePages } from './live-pages.ts';
import { Random } from './random.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Pages saved from the web. They are read where they are, and are no part of the project. */
const SAVED = process.env.SIDELIGHT_PAGES ?? resolve(ROOT, '../shared/pages');

export interface BenchPage {
  /** As the address and the results call it. */
  id: string;
  kind: 'fixture' | 'saved' | 'generated' | 'live';
  html: string;
  /** Characters of text, roughly. */
  length: number;
}

export function readPages(): BenchPage[] {
  const fixtures = join(ROOT, 'tests/pages');
  return [
    ...htmlFiles(fixtures).map((file) =>
      page(
        file.replace('.html', ''),
        'fixture',
        readMarkers(readFileSync(join(fixtures, file), 'utf8'), file).html,
      ),
    ),
    ...htmlFiles(SAVED).map((file) =>
      page(
        file.replace('.html', ''),
        'saved',
        withoutScripts(readFileSync(join(SAVED, file), 'utf8')),
      ),
    ),
    page('dense', 'generated', densePage()),
    page('1-mb', 'generated', longPage(1_000_000)),
    page('5-mb', 'generated', longPage(5_000_000)),
    ...livePages(paragraphs).map(({ id, html }) => page(id, 'live', html)),
  ];
}

function htmlFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];
}

function page(id: string, kind: BenchPage['kind'], html: string): BenchPage {
  return { id, kind, html, length: textOf(html).length };
}

/** Text without tags; what node needs to know of it. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#a-z0-9]+;/gi, ' ')
    .replace(/\s+/g, ' ');
}

/** Saved pages stand still: no script runs, and nothing is fetched or left. */
function withoutScripts(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<meta\b[^>]*http-equiv[^>]*>/gi, '')
    .replace(/<(iframe|frame|object|embed)\b[^>]*>/gi, '<span hidden>')
    .replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*')/gi, '');
}

/** The text of the bundled source, four times: about as many names as a page can hold. */
function densePage(): string {
  const folder = join(ROOT, 'seeds');
  const text = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(join(folder, name, 'document.txt'), 'utf8'))
    .join('\n\n');
  const body = text
    .split(/\n+/)
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');
  return htmlPage(body.repeat(4));
}

/** Articles of filler with names, about one in 2,000 characters, until the page has this many bytes. */
function longPage(bytes: number): string {
  const random = new Random(2);
  const parts: string[] = [];
  for (let length = 0; length < bytes; ) {
    const body = `<section><h2>${sentence(random)}</h2>${paragraphs(random, 6)}<ul>${Array.from(
      { length: 4 },
      () => `<li><a href="#">${sentence(random)}</a></li>`,
    ).join('')}</ul></section>\n`;
    parts.push(body);
    length += body.length;
  }
  return htmlPage(parts.join(''));
}

function htmlPage(body: string, script = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><style>body{font:16px/1.5 sans-serif;max-width:50rem;margin:auto}</style></head><body>${body}${script && `<script>${script}</script>`}</body></html>`;
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu str ent ing'.split(
  ' ',
);
const WORDS = vocabulary(4000);
const CAPITALS = WORDS.slice(0, 600).map((word) => word[0]?.toUpperCase() + word.slice(1));
const NAMES = ['China', 'Kazakhstan', 'Xinjiang', 'Beijing', 'Russia', 'Tibet', 'Almaty'];

function vocabulary(count: number): string[] {
  const random = new Random(3);
  const words = new Set(
    'the of and to in is that for it was on are as with they be at one have this from by not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know'.split(
      ' ',
    ),
  );
  while (words.size < count) {
    let word = '';
    for (let i = 2 + random.below(3); i > 0; i--) word += random.pick(SYLLABLES);
    words.add(word);
  }
  return [...words];
}

function sentence(random: Random): string {
  const words = [random.pick(CAPITALS)];
  for (let i = 6 + random.below(14); i > 0; i--) {
    // Frequent words are frequent: the square favours the start of the list.
    const common = WORDS[Math.floor(random.next() ** 2 * WORDS.length)] ?? 'the';
    words.push(random.next() < 0.04 ? random.pick(CAPITALS) : common);
  }
  if (random.next() < 0.05) words.splice(3, 0, random.pick(NAMES));
  return `${words.join(' ')}.`;
}

/** Paragraphs of filler with inline tags, as articles have them. */
function paragraphs(random: Random, count: number): string {
  return Array.from({ length: count }, () => {
    const sentences = Array.from({ length: 2 + random.below(4) }, () => sentence(random));
    const at = random.below(sentences.length);
    const tag = random.pick(['a', 'em', 'b', 'span']);
    sentences[at] =
      `<${tag}>${sentences[at]?.slice(0, 12)}</${tag}>${sentences[at]?.slice(12) ?? ''}`;
    return `<p>${sentences.join(' ')}</p>`;
  }).join('\n');
}
