/** e to the power of x by operations whose every bit is laid down: `Math.exp` differs between engines. */
const STEPS = 64;
const { LN2 } = Math;
const PER_STEP = LN2 / STEPS;
const STEPS_PER_UNIT = STEPS / LN2;
/** 2 to the power of i / `STEPS`, by square roots. */
const FRACTIONS = new Float64Array(STEPS);
for (let i = 0; i < STEPS; i++) {
  let value = 1;
  for (let bit = STEPS / 2, root = Math.sqrt(2); bit >= 1; bit /= 2, root = Math.sqrt(root)) {
    if (i & bit) value *= root;
  }
  FRACTIONS[i] = value;
}
const POWERS = new Float64Array(2048);
for (let i = 0, up = 1, down = 1; i < 1000; i++, up *= 2, down *= 0.5) {
  POWERS[1024 + i] = up;
  POWERS[1024 - i] = down;
}
const THIRD = 1 / 6;
const FOURTH = 1 / 24;

/** @param x between -600 and 600; relative error below 1e-11 */
export function exponential(x: number): number {
  const k = Math.round(x * STEPS_PER_UNIT);
  const r = x - k * PER_STEP;
  const rest = 1 + r * (1 + r * (0.5 + r * (THIRD + r * FOURTH)));
  return rest * (FRACTIONS[k & 63] ?? 1) * (POWERS[1024 + (k >> 6)] ?? 0);
}
