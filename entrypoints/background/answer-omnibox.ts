/** Answers the address bar from the library. */
import { i18n, learn } from '#i18n';
import { hedgeText, saidAt } from '../../components/words/wording';
import type { Library } from '../../core/library/library';
import { suggestionsFor } from '../../core/library/omnibox';
import type { Span } from '../../core/model/source';
import { type AttributedPassage, NO_FILTER } from '../../core/model/views';
import { watchOmnibox } from '../../platform/omnibox';
import { entityAddress, passageAddress, searchAddress } from '../../platform/our-pages';
import type { Chosen } from './chosen';

export function answerOmnibox(
  library: Library,
  chosen: Chosen,
  onError: (error: unknown) => void,
): void {
  watchOmnibox(
    async () => {
      await learn((await chosen.choices()).settings.language);
      return i18n.t('omnibox.hint');
    },
    async (text) => {
      const { settings } = await chosen.choices();
      const found = await library.find(text, NO_FILTER, [], settings);
      return suggestionsFor(found, (kind) => i18n.t(`kind.${kind}`), saidBy);
    },
    async (id) => {
      if (await library.has(id)) return entityAddress(id);
      return (await library.hasPassage(id)) ? passageAddress(id) : searchAddress(id);
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
