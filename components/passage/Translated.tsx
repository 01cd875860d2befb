/**
 * A name, a role or a remark in the reader's language, where the makers of Sidelight have translated it; the original is
 * its title. Citations keep the original.
 */
import { i18n } from '#i18n';
import type { AttributedPassage, SourceSummary } from '../../core/model/views';
import { speakerText } from '../words/wording';

/** @param lang of the original */
export function Translated({ text, lang }: { text: string; lang: string }) {
  const translation = i18n.translated(text);
  if (translation === null) return <bdi lang={lang}>{text}</bdi>;
  return <bdi title={text}>{translation}</bdi>;
}

/** Who says a passage. */
export function Speaker({
  passage,
}: {
  passage: Pick<AttributedPassage, 'speaker' | 'turn' | 'source'>;
}) {
  const { speaker, source } = passage;
  if (!speaker) return <bdi>{speakerText(passage)}</bdi>;
  return <Translated text={speaker.name} lang={source.language} />;
}

/** A title that a document bears is never translated. */
export function Title({
  source,
}: {
  source: Pick<SourceSummary, 'title' | 'titleIsOurs' | 'language'>;
}) {
  const { title, titleIsOurs, language } = source;
  return titleIsOurs ? (
    <Translated text={title} lang={language} />
  ) : (
    <bdi lang={language}>{title}</bdi>
  );
}
