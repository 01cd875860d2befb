/**
 * Asks once for each key, and remembers the answers for as long as the function returned lives. Answers are never
 * `undefined`.
 */
export function memo<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = ask(key);
      known.set(key, answer);
    }
    return answer;
  };
}
