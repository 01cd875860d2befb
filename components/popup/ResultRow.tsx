import type { ComponentChildren } from 'preact';
import type { AttributedPassage } from '../../core/model/views';

/** What the list of the popup offers. Keys are told apart from those of other rows by `id`. */
export interface Row {
  id: string;
  /** Enter, or a click. */
  pick(how: 'key' | 'pointer'): void;
  /** Shift and Enter. */
  pickOther?: (() => void) | undefined;
  /** The entity, where the row is about one. */
  entity: { id: string; canonical: string; matchesOnPage: number } | null;
  /** The passage, where the row is one. */
  passage?: AttributedPassage;
}

/** A row of the list. It holds no control of its own: assistive technology reads an option as one text. */
export function ResultRow({
  row,
  active,
  onActive,
  children,
  ...rest
}: {
  row: Row;
  active: string | null;
  onActive(id: string): void;
  children: ComponentChildren;
  class?: string;
  'data-turn'?: string;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      {...rest}
      class={`row ${rest.class ?? ''}`}
      id={row.id}
      role="option"
      aria-selected={row.id === active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        onActive(row.id);
        row.pick('pointer');
      }}
    >
      {children}
    </div>
  );
}
