import { i18n } from '#i18n';
import type { PageList } from '../core/types';
import { Icon } from './icons';
import { isolate, numberText } from './wording';

/** The entities of this page; or why there are none. */
export function PageEntityList({
  page,
  onJump,
  onOpenEntity,
}: {
  page: PageList;
  onJump(entityId: string): void;
  onOpenEntity(entityId: string): void;
}) {
  const { entities } = page;
  const matches = entities.reduce((sum, { count }) => sum + count, 0);
  const state = stateText(page);
  return (
    <section aria-labelledby="on-this-page">
      <div class="popup-heading">
        <h2 id="on-this-page">{i18n.t('popup.onThisPage')}</h2>
        {entities.length > 0 && (
          <span>
            {i18n.t('popup.namesCount', entities.length, [numberText(entities.length)])}
            {' · '}
            {i18n.t('popup.matchesCount', matches, [numberText(matches)])}
          </span>
        )}
      </div>
      {/* A live region must be there before what it says. */}
      <p class="popup-state" role="status">
        {state}
      </p>
      <ul>
        {entities.map(({ id, canonical, kind, count }) => {
          const name = isolate(canonical);
          return (
            <li key={id} class="row">
              <button
                type="button"
                class="row-main"
                data-row
                title={i18n.t('popup.jump')}
                onClick={() => onJump(id)}
              >
                <span>
                  <bdi class="row-name">{canonical}</bdi>{' '}
                  <span class="row-kind">{i18n.t(`kind.${kind}`)}</span>
                </span>{' '}
                <span class="row-count">{i18n.t('popup.times', [numberText(count)])}</span>
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={i18n.t('popup.readIn', [name])}
                title={i18n.t('popup.readIn', [name])}
                onClick={() => onOpenEntity(id)}
              >
                <Icon name="read" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function stateText({ state, site, entities }: PageList): string | null {
  switch (state) {
    case 'reading':
      return i18n.t('popup.reading');
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
      return i18n.t('popup.unreachable');
  }
}
