import { Icon, type IconName } from './icons';

/** A button that shows an icon and says its label. */
export function IconButton({
  name,
  label,
  isOff,
  onClick,
}: {
  name: IconName;
  label: string;
  isOff?: boolean;
  onClick(): void;
}) {
  // aria-disabled, not disabled: a disabled button would drop the focus at the end of what it steps through.
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => isOff || onClick()}
    >
      <Icon name={name} />
    </button>
  );
}
