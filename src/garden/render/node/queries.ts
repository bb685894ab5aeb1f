/** Queries: the rows that the garden gives, as a list or a table. */
import type { Handlers } from 'mdast-util-to-hast';
import type { QueryNode } from '../../body.ts';
import type { Place } from '../place.ts';
import { noticeBox } from './notices.ts';

export function queryHandlers(place: Place): Handlers {
  return {
    query: (_state, node: QueryNode) =>
      noticeBox(place, { kind: 'query', message: node.title || 'Query', source: node.source }),
  };
}
