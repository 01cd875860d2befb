/** What the document is: what its file did not say, or said wrongly. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DATE, LONGEST_LINE } from '../../core/compile/descriptions';
import type { Editing } from './edits';

export function ReviewAbout({ described: { about }, edit }: Editing) {
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const field = (
    part: 'title' | 'publisher' | 'date',
    label: string,
    take: (value: string) => void,
  ) => (
    <>
      <label for={`${id}-${part}`}>{label}</label>
      <input
        key={about[part]}
        id={`${id}-${part}`}
        defaultValue={about[part] ?? ''}
        dir="auto"
        maxLength={LONGEST_LINE}
        pattern={part === 'date' ? DATE.source : undefined}
        aria-describedby={part === 'date' ? `${id}-fault` : undefined}
        onChange={({ currentTarget }) => take(currentTarget.value.trim())}
      />
    </>
  );
  return (
    <div class="review-about page-form">
      {field('title', i18n.t('review.title'), (title) => {
        if (title !== '') edit({ edit: 'about', title });
      })}
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
    </div>
  );
}
