import { i18n } from '#i18n';
import type { AttributedPassage, PageList, UnreachableReason } from '../../core/model/views';
import { LeftOut, PassageText } from '../passage/passage-text';
import { foldAround } from '../passage/spans';
import { Speaker } from '../passage/Translated';
import { isolate, numberText } from '../words/wording';
import { ResultRow, type Row } from './ResultRow';

/** One line and a half of the popup. */
const OPENING_CHARACTERS = 80;

/** The entities of this page, as options. `rows` are theirs, in order. */
export function PageEntityList({
  page,
  rows,
  openings,
  ...choice
}: {
  page: PageList;
  /** The first words of what the sources say, by entity. */
  openings: ReadonlyMap<string, AttributedPassage>;
  rows: readonly Row[];
  active: string | null;
  onActive(id: string): void;
}) {
  return page.entities.map(({ id, canonical, local, kind, count, isMuted }, i) => {
    const row = rows[i];
    const opening = openings.get(id);
    return (
      row && (
        <ResultRow key={id} row={row} {...choice}>
          <span>
            <bdi class="row-name">{local ?? canonical}</bdi>{' '}
            <span class="row-kind">
              {i18n.t(`kind.${kind}`)}
              {local && <> · {isolate(canonical)}</>}
              {isMuted && <> · {i18n.t('popup.muted')}</>}
            </span>
          </span>{' '}
          <span class="row-count">{i18n.t('popup.matchesCount', count, [numberText(count)])}</span>
          {opening && <Opening passage={opening} />}
        </ResultRow>
      )
    );
  });
}

/** The first words, with who says them; hedges that are left out are counted. */
function Opening({ passage }: { passage: AttributedPassage }) {
  const { text, emphasis } = passage;
  const part = foldAround(text, emphasis[0], OPENING_CHARACTERS);
  return (
    <span class="row-opening" dir="auto">
      <Speaker passage={passage} />:{' '}
      <LeftOut passage={passage} part={{ start: 0, end: part.start }} brief />
      <PassageText passage={passage} part={part} still />
      <LeftOut passage={passage} part={{ start: part.end, end: text.length }} brief />
    </span>
  );
}

/** "7 names · 12 matches"; null where there are none. */
export function pageCounts({ entities }: PageList): string | null {
  const matches = entities.reduce((sum, { count }) => sum + count, 0);
  if (matches === 0) return null;
  return `${i18n.t('popup.namesCount', entities.length, [numberText(entities.length)])} · ${i18n.t('popup.matchesCount', matches, [numberText(matches)])}`;
}

/** Why there is nothing to list; null where there is something. */
export function pageStateText(
  { state, site, entities }: PageList,
  unreachable: UnreachableReason,
): string | null {
  switch (state) {
    case 'reading':
      return entities.length === 0 ? i18n.t('popup.reading') : null;
    case 'done':
      return entities.length === 0 ? i18n.t('popup.nothingHere') : null;
    case 'off-here':
      return site ? i18n.t('popup.offHere', [isolate(site)]) : i18n.t('popup.offHereNoSite');
    case 'off-on-page':
      return i18n.t('popup.offOnPage');
    case 'off-for-now':
      return i18n.t('popup.offForNow');
    case 'off-everywhere':
      return i18n.t('popup.offEverywhere');
    case 'unreachable':
      return i18n.t(`unreachable.${unreachable}`);
  }
}
