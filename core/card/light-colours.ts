/** Which colours are light, of all that computed styles tell. */

/** Notations whose first channel is a lightness, and from which on it is light. */
const LIGHT_FROM: Record<string, number> = { lab: 58, lch: 58, oklab: 0.64, oklch: 0.64 };

/** @param colour as computed styles tell it */
export function isLight(colour: string): boolean {
  const [, notation = '', space = '', channels = ''] =
    /^([a-z]+)\((?:([a-z][\w-]*) )?(.*)\)$/.exec(colour) ?? [];
  const [first = 0, second = 0, third = 0] = (channels.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(
    Number,
  );
  const from = LIGHT_FROM[notation];
  if (from !== undefined) return first > from;
  // Of light itself, and of what is as bright to the eye as the grey below.
  if (space.startsWith('xyz')) return second > 0.26;
  // Rec. 709 luma of channels of 0…255, or of 0…1.
  const whole = notation === 'color' ? 1 : 255;
  return 0.2126 * first + 0.7152 * second + 0.0722 * third > 0.55 * whole;
}
