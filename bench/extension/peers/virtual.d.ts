declare module 'virtual:bench-names' {
  const names: readonly string[];
  export default names;
}

declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(names: string[], options: Record<string, unknown>): void;
    markRegExp(expression: RegExp, options: Record<string, unknown>): void;
  }
}

declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    node: Element,
    options: Record<string, unknown>,
  ): void;
}
