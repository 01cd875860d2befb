/**
 * A translation of a bundled passage, by the makers of Sidelight: shown when asked for, below the source's words and
 * never in their place. It cannot be selected, so that nobody copies it without them.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AttributedPassage, Translation } from '../../core/model/views';
import './passage-translation.css';

const TRANSLATIONS: Partial<Record<string, () => Promise<Record<string, Translation>>>> = {
  ru: async () => (await import('virtual:translations/ru')).default,
  kk: async () => (await import('virtual:translations/kk')).default,
  zh: async () => (await import('virtual:translations/zh')).default,
};

export function PassageTranslation({
  passage: { id, source },
  onOffer,
}: {
  passage: AttributedPassage;
  /** One is there, and takes room. */
  onOffer?: () => void;
}) {
  const locale = i18n.t('locale');
  const language = locale.split('-')[0] ?? '';
  const [translation, setTranslation] = useState<Translation | null>(null);
  const [isShown, show] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (language === source.language.split('-')[0]) return;
    let isWanted = true;
    TRANSLATIONS[language]?.()
      .then((all) => isWanted && setTranslation(all[id] ?? null))
      .catch((error) => console.error('Sidelight:', error));
    return () => {
      isWanted = false;
    };
  }, [id, language, source.language]);
  useLayoutEffect(() => {
    if (translation) onOffer?.();
  }, [translation]);
  useLayoutEffect(() => {
    if (isShown) words.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  if (!translation) return null;
  return (
    <div class="passage-translation" ref={words}>
      <button type="button" aria-expanded={isShown} onClick={() => show(!isShown)}>
        {i18n.t(isShown ? 'translation.hide' : 'translation.show')}
      </button>
      {isShown && (
        <>
          <p class="passage-translation-by">
            {i18n.t(translation.isReviewed ? 'translation.reviewed' : 'translation.unreviewed')}
          </p>
          <p class="passage-translation-words" lang={locale}>
            {translation.text}
          </p>
        </>
      )}
    </div>
  );
}
