/** List items: task boxes with their state. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ListItem, Parents } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { RenderContext } from '../render-context.ts';
import { blockReferences } from './block-references.ts';
import { checkbox } from './tasks.ts';

export function listHandlers(context: RenderContext): Handlers {
  return { listItem: (state, node: ListItem, parent) => listItem(context, state, node, parent) };
}

function listItem(
  context: RenderContext,
  state: State,
  node: ListItem,
  parent: Parents | undefined,
): Element {
  const { marker } = { marker: '', ...node.data };
  const isTask = typeof node.checked === 'boolean' || marker !== '';
  const item = defaultHandlers.listItem(state, { ...node, checked: null }, looseness(parent));
  if (isTask) {
    const done = node.checked ?? marker.toLowerCase() === 'x';
    const state = marker || (done ? 'x' : ' ');
    item.properties['className'] = ['task-list-item', 'task'];
    item.properties['dataMarker'] = state;
    const box = checkbox(done, stateName(context, state));
    const first = item.children.find((child) => child.type === 'element');
    const line = first?.type === 'element' && first.tagName === 'p' ? first : item;
    line.children.unshift(box, { type: 'text', value: ' ' });
  }
  const fragment = node.data?.fragment;
  if (fragment) {
    item.properties['id'] = context.prefix + fragment;
    item.children.push(...blockReferences(context, fragment));
  }
  return h('li', item.properties, item.children);
}

const looseLists = new WeakMap<Parents, Parents>();

/** An empty list that says whether the list is loose: the handler reads all items for each item. */
function looseness(parent: Parents | undefined): Parents | undefined {
  if (parent?.type !== 'list') return parent;
  const known = looseLists.get(parent);
  if (known !== undefined) return known;
  const spread = (item: ListItem): boolean => item.spread ?? item.children.length > 1;
  const loose = (parent.spread ?? false) || parent.children.some(spread);
  const list: Parents = { ...parent, spread: loose, children: [] };
  looseLists.set(parent, list);
  return list;
}

function stateName(context: RenderContext, state: string): string {
  const { texts } = context.rendering;
  if (state === ' ') return texts.taskOpen;
  return state.toLowerCase() === 'x' ? texts.taskDone : fillIn(texts.task, { marker: state });
}
