/**
 * micromark copies all events of a document each time a list or quote ends, which is quadratic in their
 * number (micromark-util-edit-map 1.0.0). Here only the events behind the first edit are copied; the
 * result is the same.
 */

import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

EditMap.prototype.consume = function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.toSorted(([a], [b]) => a - b);
  const first = edits[0]?.[0];
  if (first === undefined) return;
  const tail: Event[] = [];
  for (const [index, [at, removed, added]] of edits.entries()) {
    for (const event of added) tail.push(event);
    const next = edits[index + 1]?.[0] ?? events.length;
    for (let from = at + removed; from < next; from += 1) tail.push(events[from] as Event);
  }
  events.length = first;
  for (const event of tail) events.push(event);
  this.map.length = 0;
  this.index.clear();
};
