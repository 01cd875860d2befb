/** The library page: the sources, what comes and goes, and the subjects that they share. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useNotice } from '../controls/notice';
import { Section } from '../controls/Section';
import { failureText } from '../words/wording';
import { LibraryAdd } from './LibraryAdd';
import { LibrarySources } from './LibrarySources';
import { LibrarySubjects } from './LibrarySubjects';
import type { LibraryProps } from './library-props';
import './library.css';

export function Library(props: LibraryProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { notice, ...tells } = useNotice(title);
  return (
    <main class="library">
      <header>
        <h1 ref={title} tabIndex={-1}>
          {i18n.t('library.title')}
        </h1>
        <p class="page-note">{i18n.t('library.lead')}</p>
        {props.fault !== null && (
          <p class="page-fault" role="alert">
            {failureText(props.fault)}
          </p>
        )}
      </header>
      <Section title={i18n.t('library.add')}>
        <LibraryAdd {...props} {...tells} />
      </Section>
      <Section title={i18n.t('library.sources')}>
        <LibrarySources {...props} {...tells} />
      </Section>
      <Section title={i18n.t('library.subjects')}>
        <LibrarySubjects {...props} {...tells} />
      </Section>
      {notice}
    </main>
  );
}
