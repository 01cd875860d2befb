/** Answers the address bar from the library. */
import { i18n, learn } from '#i18n';
import { hedgeText, saidAt } from '../../components/words/wording';
import type { Language } from '../../core/choices/settings';
import type { Library } from '../../core/library/library';
import { suggestionsFor } from '../../core/library/omnibox';
import type { Span } from '../../core/model/source';
import { type AttributedPassage, NO_FILTER } from '../../core/model/views';
import { watchOmnibox } from '../../platform/omnibox';
import { entityAddress, passageAddress, searchAddress } from '../../platform/our-pages';

/** @param language that the reader has chosen */
export function answerOmnibox(
  library: Library,
  language: () => Promise<Language | null>,
  onError: (error: unknown) => void,
): void {
  watchOmnibox(
    async () => {
      await learn(await language());
      return i18n.t('omnibox.hint');
    },
    async (text) => {
      // The first letters are answered with names alone, if the library is large.
      library.readySearch().catch(onError);
      const found = library.find(text, NO_FILTER, new Set());
      return suggestionsFor(found, (kind) => i18n.t(`kind.${kind}`), saidBy);
    },
    (chosen) => {
      if (library.has(chosen)) return entityAddress(chosen);
      return library.hasPassage(chosen) ? passageAddress(chosen) : searchAddress(chosen);
    },
    onError,
  );
}

/** "Aidar Amrebayev (a personal view)": a line has no room for the hedges' own words. */
function saidBy(at: Span, passage: AttributedPassage): string {
  const limits = new Set(passage.hedges.map(({ kind }) => hedgeText(kind)));
  if (passage.doubt) limits.add(i18n.t('passage.notCertain'));
  return saidAt(at, passage) + (limits.size > 0 ? ` (${[...limits].join(', ')})` : '');
}
