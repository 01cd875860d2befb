import { i18n } from '#i18n';
import { ENTITY_KINDS, type EntityKind } from '../../core/model/source';

/** Chooses what kind of thing a name is of. */
export function KindSelect({
  kind,
  onChange,
}: {
  kind: EntityKind;
  onChange(kind: EntityKind): void;
}) {
  return (
    <select
      data-part="kind"
      aria-label={i18n.t('review.kind')}
      value={kind}
      onChange={({ currentTarget: { value } }) => onChange(value as EntityKind)}
    >
      {ENTITY_KINDS.map((one) => (
        <option key={one} value={one}>
          {i18n.t(`kind.${one}`)}
        </option>
      ))}
    </select>
  );
}
