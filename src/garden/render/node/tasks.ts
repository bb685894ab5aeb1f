/** Tasks: state, priority and dates, readable but not to be ticked. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Task } from '../../note.ts';
import type { Place } from '../place.ts';
import { fill } from '../words.ts';

/** The check box with the marker's name, and the priority. */
export function taskMark(place: Place, task: Task): Element {
  const { words } = place.rendering;
  const box = checkbox(task.done, fill(words.task, { marker: task.marker }));
  const marker = h('span.task-marker', task.marker);
  const priority =
    task.priority === null
      ? []
      : [
          h(
            'span.task-priority',
            {
              dataPriority: task.priority,
              title: fill(words.priority, { priority: task.priority }),
            },
            task.priority,
          ),
        ];
  return h('span.task', { dataMarker: task.marker, dataDone: task.done ? '' : undefined }, [
    box,
    marker,
    ...priority,
  ]);
}

/** A check box that shows a state. */
export function checkbox(checked: boolean, label: string): Element {
  return h('input', { type: 'checkbox', disabled: true, checked, ariaLabel: label });
}

/** When the task is planned and due. */
export function taskDates(place: Place, task: Task): Element[] {
  const { words } = place.rendering;
  const dates = [
    { label: words.scheduled, date: task.scheduled, kind: 'scheduled' },
    { label: words.deadline, date: task.deadline, kind: 'deadline' },
  ].filter(({ date }) => date !== '');
  if (dates.length === 0) return [];
  const shown = dates.map(({ label, date, kind }) => {
    const time = h('time', { dateTime: date }, date.replace('T', ' '));
    return h('span', { dataKind: kind }, [`${label} `, time]);
  });
  return [h('div.task-dates', shown)];
}
