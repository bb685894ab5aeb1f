/**
 * Numbers for facts in the order in which they are first read. Pages read the same facts again and again,
 * each of them hundreds: as numbers they take a hundredth of the memory of their keys.
 */
import { type FactKind, factKey } from './facts.ts';

export class FactNumbers {
  readonly #keys: string[] = [];
  readonly #kinds = new Map<FactKind, Map<string, Map<string, number>>>();

  /** Key of each fact by number. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  /** The number of a fact; `property` and `id` as `factKey` takes them. */
  numberOf(kind: FactKind, property = '-', id = ''): number {
    const properties = mapIn(this.#kinds, kind);
    const numbers = mapIn(properties, property);
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#keys.push(factKey(kind, property, id)) - 1;
    numbers.set(id, number);
    return number;
  }
}

/** The map under a key, which is made unless it is there. */
function mapIn<Key, Value>(maps: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, Value>();
  maps.set(key, made);
  return made;
}
