/** What a reader should know of a source, unfolded. */
import { i18n } from '#i18n';
import type { Source } from '../../core/model/source';
import { commas, dateText, isolate, languageText, listText, remarkText } from '../words/wording';
import './source-facts.css';

/** @param isOpen unfolded from the start */
export function SourceFacts({ source, isOpen = false }: { source: Source; isOpen?: boolean }) {
  const machine = source.entitiesFoundBy === 'machine';
  const remark = (term: string, text: string): [string, string, string | undefined] => {
    const { text: shown, lang } = remarkText(text);
    return [term, shown, lang];
  };
  const rows: Array<[term: string, value: string, lang?: string | undefined]> = [
    remark(i18n.t('reader.origin'), source.origin),
    remark(i18n.t('reader.rights'), source.licence),
    remark(i18n.t('reader.note'), source.note),
    [
      i18n.t('reader.authors'),
      // What an earlier version has stored has none.
      listText(source.authors ?? []),
      source.language,
    ],
    [i18n.t('reader.people'), source.people.map(personText).join('; '), source.language],
    source.publisher
      ? [i18n.t('reader.publisher'), source.publisher, source.language]
      : [i18n.t('reader.publisher'), i18n.t('reader.publisherUnknown')],
    [i18n.t('reader.date'), dateText(source.date)],
    [i18n.t('reader.language'), languageText(source.language)],
    [i18n.t('reader.entities'), i18n.t(machine ? 'reader.foundByMachine' : 'reader.foundByReview')],
    [i18n.t('reader.limits'), i18n.t(machine ? 'reader.limitsByMachine' : 'reader.limitsByReview')],
  ];
  return (
    <details class="source-facts" open={isOpen}>
      <summary>{i18n.t('reader.about')}</summary>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([term, value, lang]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto" lang={lang}>
                {isAddress(value) ? (
                  <a href={value} target="_blank" rel="noreferrer">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

/** In the reader's language where it is translated, with the source's spelling. */
function personText({ name, role }: Source['people'][number]): string {
  const translated = i18n.translated(name);
  const shown = translated === null ? name : `${translated} (${name})`;
  return isolate(role ? commas([shown, i18n.translated(role) ?? role]) : shown);
}

/** Of a page that the reader has added. */
function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
