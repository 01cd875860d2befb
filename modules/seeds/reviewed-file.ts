/** A YAML file whose every fault is reported with its line and a remedy. */
import * as v from 'valibot';
import { type Document, LineCounter, parseDocument } from 'yaml';

export type YamlPath = ReadonlyArray<string | number>;

export class ReviewedFile<Schema extends v.GenericSchema> {
  /** Null when the file does not have its shape; the problems say why. */
  readonly content: v.InferOutput<Schema> | null;
  readonly #lines = new LineCounter();
  readonly #document: Document;
  readonly #text: string;

  /**
   * @param name as problems should call it
   * @param problems gains what is wrong, a line each
   */
  constructor(
    readonly name: string,
    text: string,
    schema: Schema,
    readonly problems: string[],
  ) {
    this.#text = text;
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    for (const { message, pos } of this.#document.errors) {
      const line = this.#lines.linePos(pos[0]).line;
      const [first] = message.split('\n');
      this.problems.push(`${name}:${line}: not YAML: ${first} Correct the file.`);
    }
    this.content = this.#document.errors.length > 0 ? null : this.#check(schema);
  }

  /** Records what is wrong at a place, and what to do about it. */
  report(path: YamlPath, problem: string, remedy: string): void {
    this.problems.push(
      `${this.name}:${this.lineOf(path)}: ${problem.replace(/\.$/, '')}. ${remedy}`,
    );
  }

  /** Records each line that is left to review: a comment, or a text, that begins with “To review”. */
  reportUnreviewed(): void {
    const left = this.#text
      .split('\n')
      .flatMap((line, at) => (/(?:^\s*#|:)\s*["']?To review:/.test(line) ? [at + 1] : []));
    if (left.length === 0) return;
    this.problems.push(
      `${this.name}:${left[0]}: ${left.length === 1 ? 'one thing is' : `${left.length} things are`} not reviewed. Check what stands below each comment “To review”, and delete the comment; write each text that begins so. Lines: ${left.join(', ')}.`,
    );
  }

  /** The line of the nearest node that exists along the path, from 1. */
  lineOf(path: YamlPath): number {
    for (let length = path.length; length >= 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return this.#lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  #check(schema: Schema): v.InferOutput<Schema> | null {
    const result = v.safeParse(schema, this.#document.toJS());
    if (result.success) return result.output;
    for (const issue of result.issues) this.#reportIssue(issue, []);
    return null;
  }

  #reportIssue(issue: v.BaseIssue<unknown>, within: YamlPath): void {
    const path = [...within, ...(issue.path ?? []).map(({ key }) => key as string | number)];
    // Of what may be a text or keys, the faults of its keys say more than that it is neither.
    const inside = (issue.issues ?? []).filter((one) => one.path);
    for (const one of inside) this.#reportIssue(one, path);
    if (inside.length > 0) return;
    this.report(path, `${this.#placeOf(path)}: ${saidPlainly(issue)}`, 'See seeds/README.md.');
  }

  /** "“kashgar”, names.en": an item of a list is called by its id, where it has one. */
  #placeOf(path: YamlPath): string {
    const [first, ...rest] = path;
    const id = typeof first === 'number' ? this.#document.getIn([first, 'id']) : undefined;
    if (typeof id !== 'string') return path.join('.') || 'the file';
    return [`“${id}”`, rest.join('.')].filter(Boolean).join(', ');
  }
}

/** What a reviewer writes, by what valibot calls it. */
const PLAIN: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'keys with values',
  null: 'empty',
  '|': 'or',
};
const plainly = (types: string) =>
  types
    .replace(/^\(|\)$/g, '')
    .split(' ')
    .map((word) => PLAIN[word] ?? word)
    .join(' ');

/** What valibot says of a value, as a sentence. */
function saidPlainly(issue: v.BaseIssue<unknown>): string {
  const { kind, type, message, expected, received, requirement } = issue;
  if (kind === 'schema' && received === 'undefined') return 'is missing';
  if (kind === 'schema' && expected === 'never') {
    return `the key ${received} is not of this format`;
  }
  if (kind === 'schema') return `must be ${plainly(expected ?? '')}, not ${plainly(received)}`;
  if (type === 'max_length') return `must not be longer than ${requirement}`;
  if (type === 'min_value') return `must be ${requirement} or more, not ${received}`;
  if (type === 'integer') return `must be a whole number, not ${received}`;
  return message;
}
