/** What the project's own documents point at is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const documents = globSync('{*,docs/**/*,seeds/*,bench/*,assets/**/*,tests/**/*}.md', {
  cwd: ROOT,
}).map((file) => ({ file, text: textOf(file) }));
const project = JSON.parse(textOf('package.json')) as {
  version: string;
  scripts: Record<string, string>;
};

/** The anchors that code hosts give to the headings of a document. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('documents link to what is there', () => {
  const dead = documents.flatMap(({ file, text }) => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)];
    return links.flatMap(([, link, source]) => {
      const [path = '', anchor] = (link ?? source ?? '').split('#');
      if (/^[a-z]+:/.test(path)) return [];
      const target = path === '' ? file : join(dirname(file), path);
      const isThere =
        existsSync(join(ROOT, target)) &&
        (anchor === undefined || anchorsOf(textOf(target)).includes(anchor));
      return isThere ? [] : [`${file}: ${link ?? source}`];
    });
  });
  expect(dead).toEqual([]);
});

test('documents name commands that there are', () => {
  const unknown = documents.flatMap(({ file, text }) =>
    [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)]
      .filter(([, name = '']) => !Object.hasOwn(project.scripts, name))
      .map(([command]) => `${file}: ${command}`),
  );
  expect(unknown).toEqual([]);
});

test('the changes begin with the version that is built', () => {
  expect(/^## ([\d.]+)/m.exec(textOf('CHANGELOG.md'))?.[1]).toBe(project.version);
});
