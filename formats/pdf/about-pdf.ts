/** What a PDF says of itself. The day that a file was made on is not the document's, and not taken for it. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Draft } from '../../core/model/draft';
import { dateOf, languageOf, namesOf, titleOf, wordsOf } from '../said-of-itself';

type About = Pick<Draft, 'title' | 'authors' | 'date' | 'publisher' | 'language'>;

export async function aboutPdf(pdf: PDFDocumentProxy): Promise<About> {
  const { info, metadata } = await pdf.getMetadata();
  const said = info as { Title?: unknown; Author?: unknown; Language?: unknown };
  const all = (name: string): string[] =>
    [metadata?.get(name) as unknown].flat().filter((one) => typeof one === 'string');
  const first = (name: string) => all(name)[0] ?? null;
  const creators = namesOf(all('dc:creator'));
  return {
    title: titleOf(first('dc:title')) ?? titleOf(plain(said.Title)),
    authors: creators.length > 0 ? creators : namesOf([plain(said.Author)]),
    date: dateOf(first('dc:date')) ?? dateOf(first('prism:publicationdate')),
    publisher: wordsOf(first('dc:publisher')),
    language: languageOf(plain(said.Language)) ?? languageOf(first('dc:language')),
  };
}

function plain(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
