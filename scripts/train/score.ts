/** How well found names agree with marked ones. */

export interface ScoredSpan {
  start: number;
  end: number;
  type: number | string;
}

export class Score {
  gold = 0;
  found = 0;
  right = 0;
  rightType = 0;

  /** Of one text. Spans count as the same when they are, after `trim`. */
  add(text: string, gold: readonly ScoredSpan[], found: readonly ScoredSpan[]): void {
    const key = (span: ScoredSpan) => {
      const { start, end } = trimSpan(text, span.start, span.end);
      return `${start}-${end}`;
    };
    const marked = new Map(gold.map((span) => [key(span), span.type]));
    const seen = new Map(found.map((span) => [key(span), span.type]));
    this.gold += marked.size;
    this.found += seen.size;
    for (const [span, type] of seen) {
      if (!marked.has(span)) continue;
      this.right++;
      if (marked.get(span) === type) this.rightType++;
    }
  }

  get precision(): number {
    return this.found ? this.right / this.found : 0;
  }
  get recall(): number {
    return this.gold ? this.right / this.gold : 0;
  }
  get f1(): number {
    const sum = this.precision + this.recall;
    return sum ? (2 * this.precision * this.recall) / sum : 0;
  }
  get typeAccuracy(): number {
    return this.right ? this.rightType / this.right : 0;
  }
}

/** Without article, quotes and possessive at the edges. */
export function trimSpan(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  for (;;) {
    const name = text.slice(start, end);
    const lead = /^(?:(?:the|a|an)\s+|[\s"“”„«»‘'’([]+)/i.exec(name)?.[0].length ?? 0;
    const tail = /(?:['’]s?|[\s"“”»)\],;:]+)$/.exec(name)?.[0].length ?? 0;
    if (lead === 0 && tail === 0) return { start, end };
    if (lead + tail >= name.length) return { start, end };
    start += lead;
    end -= tail;
  }
}
