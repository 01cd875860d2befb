/** Accessibility of our pages, by axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong, each with its elements; empty for nothing.
 * @param seesColours false where colours were tried in another language: they take most of the time
 */
export async function violations(frame: Page | Frame, seesColours = true): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async (enabled) => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    type Axe = {
      run(options: {
        resultTypes: ['violations'];
        rules: Record<string, { enabled: boolean }>;
      }): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }>;
    };
    const { axe } = globalThis as unknown as { axe: Axe };
    // The address of each element that passes takes most of the time.
    const rules = { 'color-contrast': { enabled } };
    return (await axe.run({ resultTypes: ['violations'], rules })).violations;
  }, seesColours);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
