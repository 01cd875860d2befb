import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { type Draft, RefusedDocument } from '../core/model/draft';
import { checkDraft } from './check-draft';
import { MAX_BLOCK, MAX_BYTES } from './limits';
import { readDocument } from './read-document';

async function read(
  content: string | Uint8Array,
  name = 'document',
  about: { address?: string; isPage?: boolean } = {},
): Promise<Draft> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const draft = await readDocument({ name, bytes, ...about }, () => {});
  expect(checkDraft(draft)).toEqual([]);
  return draft;
}

async function faultOf(content: string | Uint8Array, name?: string): Promise<string> {
  const error = await read(content, name).catch((thrown: unknown) => thrown);
  if (!(error instanceof RefusedDocument)) throw new Error('It was not refused.', { cause: error });
  return error.fault;
}

const latin = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
const words = ({ text, blocks }: Draft) => blocks.map(({ start, end }) => text.slice(start, end));
const kinds = ({ blocks }: Draft) => blocks.map(({ kind, level }) => `${kind}${level ?? ''}`);

const docx = (body: string, others: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    ...others,
  });

describe('what is too much', () => {
  test('of attributes in an element is a trap', async () => {
    const attributes = Array.from({ length: 1001 }, (_, at) => `a${at}="b"`).join(' ');
    expect(await faultOf(`<!doctype html><html><body><p ${attributes}>Rain.</p>`)).toBe('trap');
    const one = `<!doctype html><html><body><p title="${'a b '.repeat(5000)}">Rain.</p>`;
    expect(words(await read(one))).toEqual(['Rain.']);
  });

  test('of brackets in a paragraph of Markdown makes it plain text', async () => {
    const { format } = await read('['.repeat(40_000), 'brackets.md');
    expect(format).toBe('text');
  });

  test('of paragraphs of Markdown takes no more time than they are', async () => {
    const time = async (count: number) => {
      const began = performance.now();
      await read('It rained in *Aktau*, and nobody was there.\n\n'.repeat(count), 'rain.md');
      return performance.now() - began;
    };
    await time(4000);
    expect(await time(32_000)).toBeLessThan(20 * (await time(4000)));
  });

  test('of lines in a row is read all the same', async () => {
    const { blocks } = await read('It rained in Aktau, and nobody was.\n'.repeat(200_000));
    expect(blocks.length).toBeGreaterThan(1);
  });

  test('for a title, a name or a language is as if nothing was said', async () => {
    const long = 'Rain '.repeat(5000);
    const page = await read(
      `<!doctype html><html lang="${'en-abc'.repeat(50)}"><head><title>${long}</title><meta property="og:site_name" content="${long}"></head><body><p>It rained.</p></body></html>`,
    );
    expect(page).toMatchObject({ title: null, publisher: null, language: null });
    const cue = await read(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${long}>It rained.\n`);
    expect(cue.blocks[0]?.speaker).toBeUndefined();
  });
});

test('a page that declares UTF-16 in single bytes is in another encoding', async () => {
  const page = latin(
    `<!doctype html><html><head><meta charset="utf-16"></head><body><p>${'\xc2\xee\xe4\xe0 \xe2\xe5\xf0\xed\xf3\xeb\xe0\xf1\xfc \xe2 \xc0\xf0\xe0\xeb\xfc\xf1\xea. '.repeat(9)}</p></body></html>`,
  );
  expect(words(await read(page))).toEqual(['Вода вернулась в Аральск. '.repeat(9).trim()]);
});

describe('what is refused', () => {
  test('is told by what it is', async () => {
    expect(await faultOf('')).toBe('empty');
    expect(await faultOf(' \n\t ')).toBe('empty');
    expect(await faultOf(latin('\x89PNG\r\n\x1a\n'), 'notes.txt')).toBe('unknown-format');
    expect(await faultOf('{\\rtf1 words}', 'notes.txt')).toBe('unknown-format');
    expect(await faultOf(latin('MZ\x90\0\x03\0\0\0'))).toBe('unknown-format');
    expect(await faultOf(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe('unknown-format');
    expect(await faultOf(zipSync({ 'a.txt': strToU8('words') }))).toBe('unknown-format');
    expect(
      await faultOf(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })),
    ).toBe('unknown-format');
    expect(await faultOf('<?xml version="1.0"?><FictionBook>…</FictionBook>')).toBe(
      'unknown-format',
    );
    expect(await faultOf(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251))).toBe(
      'unknown-format',
    );
  });

  test('an Office document with a password, and an old one', async () => {
    const ole = (name: string) => {
      const bytes = new Uint8Array(2048);
      bytes.set(latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
      bytes.set(latin([...name].join('\0')), 1024);
      return bytes;
    };
    expect(await faultOf(ole('EncryptedPackage'), 'a.docx')).toBe('encrypted');
    expect(await faultOf(ole('WordDocument'), 'a.doc')).toBe('unknown-format');
  });

  test('a locked book', async () => {
    const book = zipSync({
      mimetype: strToU8('application/epub+zip'),
      'META-INF/container.xml': strToU8('<rootfile full-path="b.opf"/>'),
      'META-INF/encryption.xml': strToU8(
        '<encryption><enc:EncryptedData xmlns:enc="x"><enc:EncryptionMethod Algorithm="aes"/><enc:CipherData><enc:CipherReference URI="a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>',
      ),
      'b.opf': strToU8(
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
      ),
      'a.xhtml': strToU8('…'),
    });
    expect(await faultOf(book)).toBe('encrypted');
  });

  test('a trap', async () => {
    expect(await faultOf(`<html>${'<div>'.repeat(200_000)}words`)).toBe('trap');
    expect(await faultOf(`<html>${'<b>'.repeat(200_000)}words`)).toBe('trap');
    expect(await faultOf(docx('<w:tbl><w:tr><w:tc>'.repeat(100_000)))).toBe('trap');
    expect(await faultOf(docx('', { 'word/styles.xml': new Uint8Array(50 << 20) }))).toBe('trap');
  });

  test('too much', async () => {
    expect(await faultOf(new Uint8Array(MAX_BYTES + 1))).toBe('too-large');
    expect(await faultOf('Words. '.repeat(2_000_000))).toBe('too-large');
  });

  test('a PDF of pictures, one that is cut off, one that is none', async () => {
    const pdf = (pages: string) =>
      latin(
        `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages ${pages} /MediaBox [0 0 9 9] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n`,
      );
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await faultOf(pdf('/Kids [3 0 R] /Count 1'))).toBe('no-text');
    expect(await faultOf('%PDF-1.4\n')).toBe('damaged');
    log.mockRestore();
    warn.mockRestore();
  });

  test('a zip file that is cut off', async () => {
    expect(await faultOf(docx('<w:p/>').slice(0, 80))).toBe('damaged');
  });
});

describe('plain text', () => {
  test('is kept as it stands, without its mark', async () => {
    const draft = await read('\ufeff  One\r\n\r\n Two \r\n');
    expect(draft.text).toBe('  One\r\n\r\n Two \r\n');
    expect(words(draft)).toEqual(['One', 'Two']);
  });

  test('is cut at ends of sentences where it has no lines', async () => {
    const draft = await read('The ferry has gone. '.repeat(2000));
    expect(draft.blocks.length).toBeGreaterThan(7);
    for (const block of words(draft)) {
      expect(block.length).toBeLessThanOrEqual(MAX_BLOCK);
      expect(block).toMatch(/^The ferry.*gone\.$/);
    }
  });

  test('has a paragraph a line where lines are long', async () => {
    const line = 'Salt was carried over the pass, and tea was carried back. '.repeat(4).trim();
    expect(words(await read(`${line}\n${line}\n${line}`))).toEqual([line, line, line]);
  });

  test('keeps a stanza together, and the lines of a table apart', async () => {
    const prose =
      'It was a wet year, and nobody thought of the river at all, since\nwater was everywhere.';
    const draft = await read(`${prose}\n\n  O river\n  that art\n    not there\n\n* * *`);
    expect(words(draft)).toEqual([prose, 'O river\n  that art\n    not there', '* * *']);
    expect(words(await read('name,town\nAnna,Osh\nBolat,Taraz'))).toHaveLength(3);
  });

  test('tells what is lost', async () => {
    const bytes = strToU8(`${'Вода в реке. '.repeat(200)}конец`).slice(0, -1);
    expect((await read(bytes)).warnings).toEqual([{ code: 'characters-lost', detail: '1' }]);
  });

  test('takes a number or an upper-case line for a heading only where it stands alone', async () => {
    const text =
      'CHAPTER IX\n\nIt rained.\n\nWHO IS NEITHER OF THE TOWN NOR\nof the villages around it may speak.';
    expect(kinds(await read(text))).toEqual(['heading1', 'paragraph', 'paragraph']);
  });
});

describe('a web page', () => {
  const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head>${body}`;

  test('is taken whole where it has no article', async () => {
    const draft = await read(page('<p>One.<h3>Two</h3><li>Three', '<title>T</title>'), 'x', {
      isPage: true,
    });
    expect(kinds(draft)).toEqual(['paragraph', 'heading3', 'item1']);
  });

  test('leaves out what nobody sees', async () => {
    const body =
      '<p>Seen <span hidden>not</span><script>no()</script><i style="display: none">no</i>words.</p><nav>no</nav><p aria-hidden="true">no</p>';
    expect(words(await read(page(body), 'x', { isPage: true }))).toEqual(['Seen words.']);
  });

  test('comes from where it was taken, unless it names another place on its site', async () => {
    const link = '<link rel="canonical" href="https://www.crier.example/a">';
    const from = async (address: string) =>
      (await read(page('<p>Words.', link), 'x', { address, isPage: true })).address;
    expect(await from('https://crier.example/a?ref=b')).toBe('https://www.crier.example/a');
    expect(await from('https://else.example/a')).toBe('https://else.example/a');
    expect(await from('file:///a')).toBe('https://www.crier.example/a');
  });

  test('is of a day only where it says so', async () => {
    const dated = (body: string) => read(page(body), 'x', { isPage: true });
    expect((await dated('<time datetime="2020-01-02">2 Jan</time> words')).date).toBe('2020-01-02');
    expect(
      (await dated('<time datetime="2020-01-02">a</time> <time datetime="2021-03-04">b</time>'))
        .date,
    ).toBeNull();
    expect((await dated('<time datetime="2020-31-02">a</time>')).date).toBeNull();
  });

  test('declares its encoding', async () => {
    const html = '<html><head><meta charset="windows-1251"></head><body><p>\xc2\xee\xe4\xe0</p>';
    const draft = await read(latin(html), 'x.html', { isPage: true });
    expect(words(draft)).toEqual(['Вода']);
    expect(draft.warnings).toEqual([]);
  });
});
