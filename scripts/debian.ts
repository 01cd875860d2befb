/** Debian's packages, installed where that is ours to do. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs packages where we may (root, apt-get). @returns false where we may not */
export function installPackages(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing Debian's ${packages.join(', ')} …`);
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], quiet);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  return true;
}

/** The path of the first of these commands that this machine has, or null. */
export function findCommand(commands: readonly string[]): string | null {
  const isWindows = process.platform === 'win32';
  for (const folder of (process.env.PATH ?? '').split(isWindows ? ';' : ':')) {
    for (const command of commands) {
      const path = join(folder, isWindows ? `${command}.exe` : command);
      if (existsSync(path)) return path;
    }
  }
  return null;
}
