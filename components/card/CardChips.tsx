/** Other subjects, each with its card. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntitySummary } from '../../core/model/views';
import { nameOf } from '../words/wording';

/** Two lines of chips; the rest unfolds. */
const FEW = 4;

export function CardChips({
  label: title,
  entities,
  lang,
  onOpenEntity,
}: {
  label: string;
  entities: readonly EntitySummary[];
  lang?: string;
  onOpenEntity(entityId: string): void;
}) {
  const [all, setAll] = useState(false);
  const label = useId();
  if (entities.length === 0) return null;
  // "1 more" would take the room of the one.
  const shown = all || entities.length === FEW + 1 ? entities : entities.slice(0, FEW);
  return (
    <div class="card-company">
      <span id={label}>{title}</span>
      <ul aria-labelledby={label}>
        {shown.map((entity) => (
          <li key={entity.id}>
            <button
              type="button"
              class="chip"
              dir="auto"
              lang={entity.local ? undefined : lang}
              title={entity.canonical}
              onClick={() => onOpenEntity(entity.id)}
            >
              {nameOf(entity)}
            </button>
          </li>
        ))}
        {shown.length < entities.length && (
          <li>
            <button type="button" class="button" onClick={() => setAll(true)}>
              {i18n.t('card.moreTogether', entities.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
