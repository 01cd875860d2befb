/** A YAML file whose every fault is reported with its line and a remedy. */
import * as v from 'valibot';
import { type Document, LineCounter, parseDocument } from 'yaml';

export type YamlPath = ReadonlyArray<string | number>;

export class ReviewedFile<Schema extends v.GenericSchema> {
  /** Null when the file does not have its shape; the problems say why. */
  readonly content: v.InferOutput<Schema> | null;
  readonly #lines = new LineCounter();
  readonly #document: Document;

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
    this.problems.push(`${this.name}:${this.lineOf(path)}: ${problem}. ${remedy}`);
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
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map((item) => item.key as string | number);
      this.report(
        path,
        `${path.join('.') || 'the file'}: ${issue.message}`,
        'See seeds/README.md.',
      );
    }
    return null;
  }
}
