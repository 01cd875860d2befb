/** Things that can be taken out of a list, one by one. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from './IconButton';

export function RemovableList<Item>({
  label,
  items,
  textOf,
  removeText = (text) => i18n.t('options.removeThis', [text]),
  onRemove,
}: {
  label: string;
  items: readonly Item[];
  textOf(item: Item): string;
  /** What the button of an item says. */
  removeText?: (text: string) => string;
  onRemove(item: Item): void;
}) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul class="page-list" aria-label={label} ref={list} tabIndex={-1}>
      {items.map((item) => (
        <li key={JSON.stringify(item)}>
          <bdi>{textOf(item)}</bdi>
          <IconButton
            name="close"
            label={removeText(textOf(item))}
            onClick={() => {
              onRemove(item);
              // The button goes with its item.
              list.current?.focus({ preventScroll: true });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
