/**
 * What a Markdown file says of itself, between two lines of dashes at its head. Of YAML only what such heads are made
 * of: a key and its words, or a list of words.
 */
export interface FrontMatter {
  values: ReadonlyMap<string, string[]>;
  /** Where the document itself begins. */
  end: number;
}

export function frontMatterOf(text: string): FrontMatter {
  const head = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const values = new Map<string, string[]>();
  if (!head) return { values, end: 0 };
  let list: string[] | null = null;
  for (const line of (head[1] ?? '').split('\n')) {
    const pair = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (pair) {
      list = wordsOf(pair[2] ?? '');
      values.set((pair[1] ?? '').toLowerCase(), list);
    } else if (item && list) {
      // Of an author with more than a name, the name.
      list.push(...wordsOf((item[1] ?? '').replace(/^name\s*:\s*/, '')));
    }
  }
  return { values, end: head[0].length };
}

function wordsOf(value: string): string[] {
  const bare = value.trim();
  if (/^\[.*\]$/.test(bare)) return bare.slice(1, -1).split(',').flatMap(wordsOf);
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(bare);
  const words = quoted ? (quoted[1] ?? quoted[2] ?? '') : bare.replace(/\s+#.*$/, '');
  return words === '' || /^(?:null|~|[|>][-+]?)$/.test(words) ? [] : [words];
}
