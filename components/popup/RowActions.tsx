/** What can be done with the active row besides taking it, for pointers; keys do it from the field. */
import { i18n } from '#i18n';
import type { AttributedPassage, MatchPosition } from '../../core/model/views';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';
import type { Undo } from '../controls/notice';
import { KeepButton } from '../passage/KeepButton';
import { Speaker } from '../passage/Translated';
import { numberText, spotText } from '../words/wording';
import type { Row } from './ResultRow';
import './row-actions.css';

interface EntityActionsProps {
  entity: NonNullable<Row['entity']>;
  position: MatchPosition | null;
  onStep(entity: NonNullable<Row['entity']>, by: 1 | -1, isFinal: boolean): void;
  onOpenEntity(entityId: string): void;
}

export function EntityActions({ entity, position, onStep, onOpenEntity }: EntityActionsProps) {
  const { id, canonical, matchesOnPage } = entity;
  const step = (by: 1 | -1, label: string) => (
    <IconButton
      name={by > 0 ? 'next' : 'back'}
      label={label}
      onClick={() => onStep(entity, by, false)}
    />
  );
  return (
    <fieldset class="row-actions" aria-label={canonical}>
      <bdi class="row-name">{canonical}</bdi>
      {step(-1, i18n.t('popup.previousMatch'))}
      <span class="row-count">
        {position
          ? i18n.t('popup.position', [numberText(position[0]), numberText(position[1])])
          : i18n.t('popup.matchesCount', matchesOnPage, [numberText(matchesOnPage)])}
      </span>
      {step(1, i18n.t('popup.nextMatch'))}
      <button
        type="button"
        class="button"
        aria-label={i18n.t('popup.readIn')}
        title={i18n.t('popup.readIn')}
        onClick={() => onOpenEntity(id)}
      >
        <Icon name="read" />
        {i18n.t('popup.read')}
      </button>
    </fieldset>
  );
}

interface PassageActionsProps {
  passage: AttributedPassage;
  /** @returns what takes it back */
  onKeep(passageId: string): Promise<Undo | null>;
  onOpenPassage(passageId: string): void;
}

/** Ctrl or ⌘ and S keeps it. */
export function PassageActions({ passage, onKeep, onOpenPassage }: PassageActionsProps) {
  return (
    <fieldset class="row-actions" aria-label={spotText(passage)}>
      <span class="row-name">
        {spotText(passage)} <Speaker passage={passage} />
      </span>
      <KeepButton passage={passage} onKeep={() => onKeep(passage.id)} by="save" />
      <button type="button" class="button" onClick={() => onOpenPassage(passage.id)}>
        <Icon name="read" />
        {i18n.t('popup.read')}
      </button>
    </fieldset>
  );
}
