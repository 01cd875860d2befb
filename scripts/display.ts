/**
 * A virtual display with a real pointer, for tests that rest on one. The drivers' own pointers are made in the
 * browser, and do not tell a page that they have entered a frame of another process.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { findCommand, installPackages } from './debian.ts';

/** What a display needs: the command, and Debian's package that has it. */
const NEEDED = { Xvfb: 'xvfb', xdotool: 'xdotool' };

/** Makes sure that displays can be opened. @throws an error that says what to install */
export function ensureDisplay(): void {
  const missing = Object.entries(NEEDED).filter(([command]) => !findCommand([command]));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (installPackages(...packages)) return;
  throw new Error(
    `Tests with a real pointer need ${missing.map(([command]) => command).join(' and ')}, of the X Window System: install them with your system's package manager (Debian: apt-get install ${packages.join(' ')}).`,
  );
}

const run = promisify(execFile);

export class Display {
  /** As the variable `DISPLAY` wants it. */
  readonly name: string;
  readonly #server: ChildProcess;

  private constructor(name: string, server: ChildProcess) {
    this.name = name;
    this.#server = server;
  }

  /** Opens a display. Whoever opened it closes it; it ends with this process at the latest. */
  static async open(width: number, height: number): Promise<Display> {
    ensureDisplay();
    const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    process.once('exit', () => server.kill());
    // It writes its number once it can be used.
    const number = await new Promise<string>((tell, fail) => {
      server.stdio[3]?.once('data', (data) => tell(`${data}`.trim()));
      server.once('error', fail);
      server.once('exit', (code) => fail(new Error(`Xvfb has ended with code ${code}.`)));
    });
    return new Display(`:${number}`, server);
  }

  /** Does what these words say to xdotool: `mousemove 3 4 mousedown 1`. */
  async act(...words: Array<string | number>): Promise<void> {
    await run('xdotool', words.map(String), { env: { ...process.env, DISPLAY: this.name } });
  }

  close(): void {
    this.#server.kill();
  }
}
