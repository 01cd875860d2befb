/** Figure 13: two clones of what is committed, built apart, are equal file by file. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Figure } from './figure';

const ROOT = resolve(import.meta.dirname, '../..');

export const cleanBuilds: Figure = {
  id: '13',
  title: 'two clean builds',
  goal: 'equal hashes',
  exclusions: 'what is not committed; both clones use the installed packages of this checkout',
  inBrowsers: false,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-builds-'));
    try {
      const [one, two] = ['one', 'two'].map((name) => build(join(folder, name)));
      if (!one || !two || one.size === 0) throw new Error('nothing was built');
      const files = new Set([...one.keys(), ...two.keys()]);
      const failures = [...files].filter((file) => one.get(file) !== two.get(file));
      return { measured: `${failures.length} of ${files.size} differ`, control: '–', failures };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function build(clone: string): Map<string, string> {
  execFileSync('git', ['clone', '-q', ROOT, clone]);
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  execFileSync('npx', ['wxt', 'prepare'], { cwd: clone, stdio: 'ignore' });
  execFileSync('npm', ['run', 'build'], { cwd: clone, stdio: 'ignore' });
  const output = join(clone, '.output');
  return new Map(
    readdirSync(output, { recursive: true })
      .map(String)
      .filter((file) => statSync(join(output, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(output, file)))
          .digest('hex'),
      ]),
  );
}
