/**
 * The value of a table's own key, `undefined` without one. Every object inherits `constructor`,
 * `toString` and `__proto__`, so a word of an author or a reader is looked up here and nowhere else.
 */
export function ownValue<Value>(
  table: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
