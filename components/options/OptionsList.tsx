/** Things that can be taken out of a list, one by one. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../controls/icons';

export function OptionsList<Item>({
  label,
  items,
  textOf,
  onRemove,
}: {
  label: string;
  items: readonly Item[];
  textOf(item: Item): string;
  onRemove(item: Item): void;
}) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul class="options-list" aria-label={label} ref={list} tabIndex={-1}>
      {items.map((item) => (
        <li key={JSON.stringify(item)}>
          <bdi>{textOf(item)}</bdi>
          <button
            type="button"
            class="icon-button"
            aria-label={i18n.t('options.removeThis', [textOf(item)])}
            title={i18n.t('options.remove')}
            onClick={() => {
              onRemove(item);
              // The button goes with its item.
              list.current?.focus({ preventScroll: true });
            }}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
