/** Tasks: state, priority and dates, read-only. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { Task } from '../../note.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

/** The check box with the marker's name, and the priority; a block may have only the latter. */
export function taskMark(context: RenderContext, task: Task): Element[] {
  const { texts } = context.rendering;
  const { marker, done, priority } = task;
  const box = [checkbox(done, fillIn(texts.task, { marker })), h('span.task-marker', marker)];
  const title = fillIn(texts.priority, { priority: priority ?? '' });
  const parts = [
    ...(marker === '' ? [] : box),
    ...(priority === null
      ? []
      : [h('span.task-priority', { dataPriority: priority, title }, priority)]),
  ];
  if (parts.length === 0) return [];
  const state = { dataMarker: marker, dataDone: done ? '' : undefined };
  return [notSearched(h('span.task', state, parts))];
}

/** A disabled check box that shows a state. */
export function checkbox(checked: boolean, label: string): Element {
  return h('input', { type: 'checkbox', disabled: true, checked, ariaLabel: label });
}

/** The scheduled date and the deadline of a task. */
export function taskDates(context: RenderContext, task: Task): Element[] {
  const { texts } = context.rendering;
  const dates = [
    { label: texts.scheduled, date: task.scheduled, kind: 'scheduled' },
    { label: texts.deadline, date: task.deadline, kind: 'deadline' },
  ].filter(({ date }) => date !== '');
  if (dates.length === 0) return [];
  const shown = dates.map(({ label, date, kind }) => {
    const time = h('time', { dateTime: date }, date.replace('T', ' '));
    return h('span', { dataKind: kind }, [`${label} `, time]);
  });
  return [notSearched(h('div.task-dates', shown))];
}
