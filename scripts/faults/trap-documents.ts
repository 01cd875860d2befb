/** Documents that mean harm, or are harmed: each the same on every run. */
import { deflateRawSync, constants as zlib } from 'node:zlib';
import { Random } from '../../bench/random';

/** A file that is written for the browser to choose, or one of so many times the same piece, which its page makes. */
export type TrapFile =
  | { name: string; bytes: Uint8Array }
  | { name: string; piece: string; times: number };

export interface TrapDocument {
  what: string;
  /** Made when it is their turn: together they would fill the memory. */
  files(): TrapFile[];
}

/** Of a text that is read; a little under what is refused. */
const LONG = 9_900_000;
/** Of a paragraph that is bait for rules. */
const BAIT = 100_000;

const file = (name: string, content: string | Uint8Array): TrapFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function random(length: number): Uint8Array {
  const numbers = new Random(16);
  return Uint8Array.from({ length }, () => numbers.below(256));
}

const WORD_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const OPF = (head = '', title = 'A book') =>
  `<?xml version="1.0"?>${head}<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`;
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "lol">${Array.from(
  { length: 30 },
  (_, at) => `<!ENTITY ${letter(at + 1)} "${`&${letter(at)};`.repeat(10)}">`,
).join('')}]>`;
const BOMB = `&${letter(30)};`;

function letter(at: number): string {
  return at < 26 ? String.fromCharCode(97 + at) : `z${letter(at - 26)}`;
}

const wordFiles = (document: Packed): Packed[] => [
  packed('[Content_Types].xml', WORD_TYPES),
  { ...document, name: 'word/document.xml' },
];
const bookFiles = (chapter: Packed, opf = OPF()): Packed[] => [
  packed('mimetype', 'application/epub+zip'),
  packed('META-INF/container.xml', CONTAINER),
  packed('a.opf', opf),
  { ...chapter, name: 'a.xhtml' },
];
const word = (text: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

/** ~10^6 names, no two alike. */
function manyNames(): string {
  const numbers = new Random(17);
  const part = () => {
    let name = '';
    for (let at = 2 + numbers.below(2); at > 0; at--)
      name += numbers.pick([...'bdfgklmnprstvz']) + numbers.pick([...'aeiou']);
    return name.slice(0, 1).toUpperCase() + name.slice(1);
  };
  const lines: string[] = [];
  for (let length = 0; length < LONG; ) {
    const line = `${part()} ${part()}`;
    lines.push(line);
    length += line.length + 2;
  }
  return lines.join(', ');
}

const sentences = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `Speaker number ${at} went from Almaty to Tashkent in May, and it rained.`,
  );

export const TRAP_DOCUMENTS: readonly TrapDocument[] = [
  {
    what: 'wrong encodings declared',
    files: () =>
      ['utf-16le', 'no-such-encoding', 'iso-2022-jp', 'utf-7'].map((label) =>
        file(
          `declared-${label}.html`,
          Buffer.concat([
            Buffer.from(`<!doctype html><html><head><meta charset="${label}"></head><body><p>`),
            Buffer.from([...'Вода вернулась в Аральск и в Актау.'].map(cyrillicByte)),
          ]),
        ),
      ),
  },
  ...['txt', 'pdf', 'docx', 'epub', 'html'].map((ending) => ({
    what: `random bytes named .${ending}`,
    files: () => [file(`random.${ending}`, random(1 << 18))],
  })),
  {
    what: 'empty files of each ending',
    files: () =>
      ['txt', 'md', 'html', 'xhtml', 'pdf', 'docx', 'epub', 'srt', 'vtt'].map((ending) =>
        file(`empty.${ending}`, ''),
      ),
  },
  {
    what: 'the head of a PDF, then garbage',
    files: () => [file('garbage.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), random(1 << 20)]))],
  },
  {
    what: 'a zip cut short',
    files: () => {
      const whole = zip(bookFiles(packed('', '<p>It rained in Aktau.</p>')));
      return [30, 200, whole.length - 40, whole.length - 4].flatMap((length, at) => [
        file(`cut-${at}.epub`, whole.subarray(0, length)),
        file(`cut-${at}.docx`, whole.subarray(0, length)),
      ]);
    },
  },
  {
    what: 'a zip whose directory lies about sizes',
    files: () => {
      const text = packed('', word('It rained in Aktau. '.repeat(5000)));
      return [1, 0, 0x7fffffff, 0xfffffffe].flatMap((size, at) => [
        file(`size-${at}.docx`, zip(wordFiles({ ...text, size }))),
        file(`packed-${at}.docx`, zip(wordFiles({ ...text, packedSize: size }))),
      ]);
    },
  },
  ...(['docx', 'epub'] as const).map((ending) => ({
    what: `a gigabyte of zeros as .${ending}`,
    files: () => {
      const zeros = { ...packed('', ''), ...gigabyte() };
      const lying = { ...zeros, size: 1000 };
      const make = ending === 'docx' ? wordFiles : bookFiles;
      return [
        file(`zeros.${ending}`, zip(make(zeros))),
        file(`zeros-lying.${ending}`, zip(make(lying))),
        file(
          `zeros-nested.${ending}`,
          zip(make({ ...packed('', ''), ...deflated(zip(make(zeros))) })),
        ),
      ];
    },
  })),
  {
    what: 'an entity bomb in OPF, Word and HTML',
    files: () => [
      file('entities.epub', zip(bookFiles(packed('', '<p>Rain.</p>'), OPF(ENTITIES, BOMB)))),
      file('chapter.epub', zip(bookFiles(packed('', `${ENTITIES}<html><p>${BOMB}</p></html>`)))),
      file('entities.docx', zip(wordFiles(packed('', word(BOMB).replace('?>', `?>${ENTITIES}`))))),
      file('entities.html', `${ENTITIES}<html><body><p>Rain. ${BOMB}</p></body></html>`),
      file('entities.xhtml', `<?xml version="1.0"?>${ENTITIES}<html><p>${BOMB}</p></html>`),
    ],
  },
  {
    what: 'HTML nested 200,000 deep',
    files: () => [
      file('deep.html', `<!doctype html><html><body>${'<div>'.repeat(200_000)}Rain.`),
      file('bold.html', `<!doctype html><html><body><p>${'<b><i>'.repeat(100_000)}Rain.`),
    ],
  },
  {
    what: 'HTML with a million attributes on an element',
    files: () => [
      file(
        'attributes.html',
        `<!doctype html><html><body><p ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="b"`).join(' ')}>It rained in Aktau.</p></body></html>`,
      ),
    ],
  },
  {
    what: 'a text of 200 MB',
    files: () => [
      { name: 'huge.txt', piece: filled('It rained in Aktau.\n\n', 1 << 20), times: 200 },
    ],
  },
  {
    what: 'a line of 9.9 MB',
    files: () => [
      file('line.txt', filled('It rained in Aktau, and Nurlan Omarov said so. ', LONG)),
    ],
  },
  {
    what: 'a line of 9.9 MB without a space',
    files: () => [file('word.txt', filled('Abc', LONG))],
  },
  { what: 'a million names', files: () => [file('names.txt', manyNames())] },
  {
    what: 'a million names, a line each',
    files: () => [file('names-in-lines.txt', manyNames().replaceAll(', ', '\n'))],
  },
  {
    what: 'both directions of writing, with controls',
    files: () => [
      file(
        'directions.txt',
        filled(
          '\u202eAktau \u2066كارىز\u2069 \u200fשלום\u200e 坎儿井 \u202bTurpan\u202c паром. ',
          500_000,
        ),
      ),
    ],
  },
  {
    what: 'NULs, halves of characters, U+FFFE',
    files: () => [
      file('few-nuls.txt', filled(`${'It rained in Aktau. '.repeat(10)}\u0000`, 200_000)),
      file('nul.txt', filled('It rained\u0000 in Aktau\ufffe and \uffff Turpan. ', 200_000)),
      file('nul.html', `<!doctype html><p>${filled('Rain\u0000 in Aktau\ufffe. ', 200_000)}</p>`),
      file(
        'halves.txt',
        Buffer.from(
          `\ufeff${filled('Rain in \ud800 Aktau \udc00 and Turpan. ', 200_000)}`,
          'utf16le',
        ),
      ),
      file(
        'halves-utf8.txt',
        Buffer.concat(
          Array.from({ length: 5000 }, () => Buffer.from('Rain \xed\xa0\x80 in Aktau. ', 'latin1')),
        ),
      ),
    ],
  },
  { what: 'a million cues', files: () => [file('million.srt', cues(1_000_000, 'It rained.'))] },
  { what: '200,000 cues', files: () => [file('cues.srt', cues(200_000, 'Rain.'))] },
  {
    what: 'a thousand and some voices',
    files: () => [
      file(
        'voices.vtt',
        `WEBVTT\n\n${Array.from({ length: 5000 }, (_, at) => `00:00:${String(at % 60).padStart(2, '0')}.000 --> 00:59:00.000\n<v Speaker ${at}>It rained in Aktau ${at} times.\n`).join('\n')}`,
      ),
    ],
  },
  ...[
    ['brackets', '['],
    ['stars', '*'],
    ['underlines', '_a '],
    ['images', '![a]('],
    ['backquotes', '`a``'],
    ['tags', '<a '],
    ['links', '[a]: '],
    ['notes', '[^a]: b\n'],
    ['cells', '|a'],
  ].map(([name, piece = '']) => ({
    what: `Markdown of ${name}`,
    files: () => [
      file(`${name}.md`, filled(piece, BAIT)),
      file(`${name}-in-paragraphs.md`, `${filled(piece, 40_000)}\n\n`.repeat(3)),
    ],
  })),
  {
    what: 'Markdown of quotes and lists in each other',
    files: () => [
      file('quotes.md', `${'>'.repeat(BAIT)} Rain.`),
      file('quotes-40.md', `${'> '.repeat(40)}Rain.\n`.repeat(5000)),
      file(
        'lists.md',
        Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- Rain.`).join('\n'),
      ),
    ],
  },
  ...[
    ['said that', 'said that '],
    ['Someone said that', 'Aidar Omarov said that '],
    ['commas', ','],
    ['commas and words', 'Aidar, and, '],
    ['quotation marks', '“'],
    ['marks that open and close', '“ ” '],
    ['quotations', '“Rain, rain, rain,” Aidar Omarov said. '],
    ['According to', 'According to '],
    ['according to the', 'according to the rain '],
    ['capitalised words', 'Aidar '],
    ['capitals', 'A'],
    ['letters with points', 'A.'],
    ['dashes', '– '],
    ['dashes in lines', '– Aidar\n\n'],
    ['labels', 'X: '],
    ['small words', 'rain '],
    ['spaces', ' \t'],
    ['interviewed', 'interviewed by '],
    ['interview with', 'interview with a , '],
    ['we spoke to', 'we spoke to the '],
    ['points', '. '],
    ['brackets', '('],
    ['he said', 'сказал, что '],
    ['by the words of', 'по словам '],
    ['айтуынша', 'Айдар айтуынша '],
    ['full stops in words', 'a.b'],
    ['question marks', '? '],
    ['open tags', '<'],
  ].map(([name, piece = '']) => ({
    what: `100,000 characters of “${name}”`,
    files: () => [
      file('bait.txt', `It rained in Aktau.\n\n${filled(piece, BAIT)} end\n\nIt rained in Turpan.`),
      // What stands before the first turn is looked through for whom the document talked to.
      file(
        'bait-before-turns.txt',
        `${filled(piece, BAIT)} end\n\n${'Q: Does it rain?\n\nA: It rains.\n\n'.repeat(5)}`,
      ),
    ],
  })),
  {
    what: 'ten thousand who speak',
    files: () => [
      file(
        'speakers.txt',
        sentences(10_000)
          .map((words, at) => `SPEAKER${at}X: ${words}\n\nSPEAKER${at}X: It does.`)
          .join('\n\n'),
      ),
    ],
  },
  {
    what: 'ten thousand who are named before an interview',
    files: () => [
      file(
        'opening.txt',
        `${sentences(10_000)
          .map(
            (_, at) =>
              `Aidar Om${letter(at % 26)}${letter((at >> 4) % 26)}rov${letter(at % 23)} came to the lake.`,
          )
          .join(' ')}\n\n${'Q: Does it rain?\n\nA: It rains.\n\n'.repeat(5)}`,
      ),
    ],
  },
  {
    what: 'titles and names that are too long',
    files: () => [
      file(
        'title.html',
        `<!doctype html><html lang="${'x'.repeat(30_000)}"><head><title>${'Rain '.repeat(20_000)}</title><meta name="author" content="${'Aidar '.repeat(20_000)}"><meta property="og:site_name" content="${'News '.repeat(20_000)}"></head><body><p>It rained in Aktau.</p></body></html>`,
      ),
      file('title.md', `---\ntitle: ${'Rain '.repeat(5000)}\nlang: en\n---\n\nIt rained in Aktau.`),
      file(
        'voice.vtt',
        `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v ${'Aidar '.repeat(5000)}>It rained in Aktau.\n`,
      ),
      file('name.txt', `It rained in ${'Akta'.repeat(1000)} and with ${'Aidar '.repeat(400)}.`),
    ],
  },
  {
    what: 'a table of 100,000 rows',
    files: () => [
      file(
        'table.html',
        `<!doctype html><html><body><table>${sentences(100_000)
          .map((_, at) => `<tr><td>${at}</td><td>Aktau</td><td>rain</td></tr>`)
          .join('')}</table></body></html>`,
      ),
    ],
  },
  {
    what: 'a table of 100,000 rows in Markdown',
    files: () => [
      file('table.md', `| a | b |\n|---|---|\n${'| Aktau | rain |\n'.repeat(100_000)}`),
    ],
  },
  {
    what: 'Markdown of 140,000 paragraphs',
    files: () => [
      file(
        'long.md',
        'It rained in *Aktau*, and [nobody](https://example.org) was there.\n\n'.repeat(140_000),
      ),
    ],
  },
  {
    what: '300,000 lines without an empty one',
    files: () => [file('lines.txt', 'It rained in Aktau, and nobody was.\n'.repeat(270_000))],
  },
];

function cues(count: number, words: string): string {
  const time = (at: number) => {
    const two = (number: number) => String(Math.floor(number) % 60).padStart(2, '0');
    return `${String(Math.floor(at / 3600)).padStart(2, '0')}:${two(at / 60)}:${two(at)},000`;
  };
  return Array.from(
    { length: count },
    (_, at) => `${at + 1}\n${time(at * 4)} --> ${time(at * 4 + 1)}\n${words}\n`,
  ).join('\n');
}

function cyrillicByte(char: string): number {
  const code = char.charCodeAt(0);
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
}

/** A file of a zip, as it is packed; what the directory says of it may be a lie. */
interface Packed {
  name: string;
  content: Uint8Array;
  size: number;
  packedSize: number;
}

function packed(name: string, text: string): Packed {
  return { name, ...deflated(new TextEncoder().encode(text)) };
}

function deflated(bytes: Uint8Array): Omit<Packed, 'name'> {
  const content = deflateRawSync(bytes);
  return { content, size: bytes.length, packedSize: content.length };
}

/** One block of zeros, as often as needed: a block that is flushed ends with a whole byte. */
function gigabyte(): Omit<Packed, 'name'> {
  const block = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: zlib.Z_FULL_FLUSH });
  const content = Buffer.concat([
    ...Array.from({ length: 1024 }, () => block),
    Buffer.from([3, 0]),
  ]);
  return { content, size: 1 << 30, packedSize: content.length };
}

/** A zip as it is said to be: what the library makes would be true. */
function zip(files: readonly Packed[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content, size, packedSize } of files) {
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(packedSize, 14);
    about.writeUInt32LE(size, 18);
    about.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name)]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    entries.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, where, Buffer.from(name)]),
    );
    bodies.push(head, Buffer.from(content));
    at += head.length + content.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]);
}
