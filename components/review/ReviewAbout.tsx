/** What the document is: what its file did not say, or said wrongly. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DATE, LONGEST_LINE } from '../../core/compile/descriptions';
import { SOURCE_KINDS } from '../../core/model/source';
import { languageText } from '../words/wording';
import type { Editing } from './edits';

/** Those of which documents are most likely to come; what a document has of others is offered too. */
const LANGUAGES =
  'ar az de en es fa fr hi it ja kk ko ky mn pl pt ru tg tk tr tt ug uk ur uz zh'.split(' ');

export function ReviewAbout({ described: { about }, edit }: Editing) {
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const field = (
    part: 'title' | 'authors' | 'publisher' | 'date' | 'origin',
    label: string,
    take: (value: string) => void,
    value = String(about[part] ?? ''),
  ) => (
    <>
      <label for={`${id}-${part}`}>{label}</label>
      <input
        key={value}
        id={`${id}-${part}`}
        defaultValue={value}
        dir="auto"
        maxLength={LONGEST_LINE}
        pattern={part === 'date' ? DATE.source : undefined}
        aria-describedby={part === 'date' ? `${id}-fault` : undefined}
        onChange={({ currentTarget }) => take(currentTarget.value.trim())}
      />
    </>
  );
  const choice = <Part extends 'kind' | 'language'>(
    part: Part,
    label: string,
    offered: ReadonlyArray<(typeof about)[Part]>,
    nameOf: (one: (typeof about)[Part]) => string,
  ) => (
    <>
      <label for={`${id}-${part}`}>{label}</label>
      <select
        id={`${id}-${part}`}
        value={about[part]}
        onChange={({ currentTarget: { selectedIndex } }) =>
          edit({ edit: 'about', [part]: offered[selectedIndex] })
        }
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </>
  );
  const languages = [...new Set([...LANGUAGES, about.language])];
  return (
    <div class="review-about page-form">
      {field('title', i18n.t('review.title'), (title) => {
        if (title !== '') edit({ edit: 'about', title });
      })}
      {choice('kind', i18n.t('review.kind'), SOURCE_KINDS, (kind) => i18n.t(`sourceKind.${kind}`))}
      {choice('language', i18n.t('reader.language'), languages, languageText)}
      {field(
        'authors',
        i18n.t('review.authors'),
        (authors) =>
          edit({
            edit: 'about',
            authors: authors
              .split(/[;；؛]/u)
              .map((author) => author.trim())
              .filter(Boolean),
          }),
        about.authors.join('; '),
      )}
      {field('publisher', i18n.t('reader.publisher'), (publisher) =>
        edit({ edit: 'about', publisher: publisher || null }),
      )}
      {field('date', i18n.t('review.date'), (date) => {
        const isDate = date === '' || DATE.test(date);
        setFault(isDate ? null : i18n.t('review.dateWrong', [date]));
        if (isDate) edit({ edit: 'about', date: date || null });
      })}
      <p id={`${id}-fault`} class="page-fault" role="alert">
        {fault}
      </p>
      {field('origin', i18n.t('review.origin'), (origin) => {
        if (origin !== '') edit({ edit: 'about', origin });
      })}
    </div>
  );
}
