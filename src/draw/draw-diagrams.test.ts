/** Many diagrams are drawn by several processes, to the same as by one. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Diagram } from '../garden/note.ts';
import { gardenOf, noteOf } from '../garden/render/fixtures/hand-made.ts';
import { noProgress } from '../system/progress.ts';
import { drawDiagrams } from './draw-diagrams.ts';
import { startDrawing } from './mermaid/draw.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-diagrams-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kinds = [
  (name: string) => `flowchart LR\n  ${name}[Broker ${name}] --> b[(Log)]`,
  (name: string) => `sequenceDiagram\n  ${name}->>B: append\n  B-->>${name}: ack`,
  (name: string) => `stateDiagram-v2\n  [*] --> ${name}\n  ${name} --> Leader`,
  (name: string) => `not a diagram ${name}`,
];
const sources = Array.from({ length: 28 }, (_, index) => {
  return (kinds[index % kinds.length] ?? String)(`n${index}`);
});
const garden = gardenOf([
  {
    note: {
      ...noteOf({ path: 'A.md', title: 'A' }),
      diagrams: sources.map((source): Diagram => ({ source, links: [] }) as unknown as Diagram),
    },
  },
]);

test('which process draws a diagram makes no difference', async () => {
  const drawn = await drawDiagrams(garden, join(folder, 'kept'), noProgress.stage('draw'));
  const alone = startDrawing();
  for (const source of [...sources].reverse()) {
    expect(drawn.of({ source } as Diagram)).toEqual(await alone.draw(source));
  }
  await alone.close();
  // Faults are not kept.
  expect(await readdir(join(folder, 'kept'))).toHaveLength(21);
  expect(drawn.drawn).toBe(28);
});

test('what goes wrong beside a drawing ends all processes', async () => {
  let reports = 0;
  const reached = () => {
    reports += 1;
    if (reports === 3) throw new Error('The disk is full.');
  };
  const stage = { reached, end: () => {} };
  await expect(drawDiagrams(garden, folder, stage)).rejects.toThrow('The disk is full.');
  const kept = (await readdir(folder)).length;
  expect(kept).toBeLessThan(6);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await readdir(folder)).toHaveLength(kept);
});
