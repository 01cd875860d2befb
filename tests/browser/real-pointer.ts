/**
 * A real pointer over pages in a window on a virtual display: what the browser gets is what it gets from a mouse.
 * Places are in CSS px of the page's viewport.
 */
import type { Page } from 'puppeteer-core';
import type { Display } from '../../scripts/display';
import { type Point, placeOfMark } from './driver';

/** Between two steps of a movement, s: a frame. */
const STEP = 0.016;
/** A movement's steps are this long, px: as fast as a hand that looks for something. */
const STRIDE = 6;

export class RealPointer {
  /** Where the viewport begins on the display; known once a page has told it. */
  #origin: Point | null = null;
  /** In the viewport. */
  #at: Point = { x: 0, y: 0 };

  constructor(readonly display: Display) {}

  /** Puts the pointer down in one place, from wherever it was. */
  async put(page: Page, { x, y }: Point): Promise<void> {
    const { x: left, y: top } = await this.#originOf(page);
    await this.display.act('mousemove', Math.round(left + x), Math.round(top + y));
    this.#at = { x, y };
  }

  /** Puts it there and clicks, before it has been at rest. @param button 1 left, 3 right */
  async clickAt(page: Page, { x, y }: Point, button = 1): Promise<void> {
    const { x: left, y: top } = await this.#originOf(page);
    const place = [Math.round(left + x), Math.round(top + y)];
    await this.display.act('mousemove', ...place, 'click', button);
    this.#at = { x, y };
  }

  /** Moves it there as a hand does. */
  async move(page: Page, to: Point): Promise<void> {
    const { x: left, y: top } = await this.#originOf(page);
    const from = this.#at;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STRIDE);
    const words: Array<string | number> = [];
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      const x = Math.round(left + from.x + (to.x - from.x) * share);
      const y = Math.round(top + from.y + (to.y - from.y) * share);
      words.push('mousemove', x, y, 'sleep', STEP);
    }
    if (words.length > 0) await this.display.act(...words);
    this.#at = to;
  }

  /** Moves onto a mark from below, and rests there. */
  async restOn(page: Page, mark: string): Promise<void> {
    const { x, y } = await placeOfMark(page, mark);
    await this.put(page, { x: x + 3, y: y + 40 });
    await this.move(page, { x, y });
  }

  /** @param button 1 left, 3 right */
  async press(button = 1): Promise<void> {
    await this.display.act('mousedown', button);
  }

  async release(button = 1): Promise<void> {
    await this.display.act('mouseup', button);
  }

  async click(button = 1): Promise<void> {
    await this.display.act('click', button);
  }

  /** A page tells where it is by a movement over it. */
  async #originOf(page: Page): Promise<Point> {
    if (this.#origin) return this.#origin;
    const { x, y } = { x: 400, y: 400 };
    await page.evaluate(() => {
      const tell = ({ clientX, clientY }: MouseEvent) =>
        Object.assign(window, { told: { x: clientX, y: clientY } });
      addEventListener('mousemove', tell, { capture: true, once: true });
    });
    // The corner of the display belongs to the browser's own bars.
    await this.display.act('mousemove', 0, 0, 'sleep', STEP, 'mousemove', x, y);
    const told = await page.waitForFunction(() => (window as unknown as { told?: Point }).told);
    const at = (await told.jsonValue()) as Point;
    this.#origin = { x: x - at.x, y: y - at.y };
    return this.#origin;
  }
}
