/** Line icons, drawn at 16 px in the colour of the text. Buttons carry the words. */
const PATHS = {
  back: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  library: 'M3 2.5v11M6.5 2.5v11M9.5 3l3.5 10.3M2 13.5h12',
  up: 'm3 10 5-5 5 5',
  down: 'm3 6 5 5 5-5',
  add: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8m0-8-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5l3.5 3.5',
  read: 'M8 4.2C6.3 3 4.2 2.8 2 3.2v9.3c2.2-.4 4.3-.2 6 1m0-9.3c1.7-1.2 3.8-1.4 6-1v9.3c-2.2-.4-4.3-.2-6 1m0-9.3v9.3',
  pin: 'M9.5 2 14 6.5l-1.5.7-.7 3.3-2 2L3.5 6.2l2-2 3.3-.7zM6.6 9.4 2.5 13.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  options: 'M2 4.5h7m4 0h1M2 11.5h1m4 0h7M11 2.5v4M5 9.5v4',
  keep: 'M4 2.5h8v11L8 10.6 4 13.5z',
  panel: 'M2 3h12v10H2zM9.5 3v10',
  check: 'm3 8.5 3.5 3.5L13 4.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
