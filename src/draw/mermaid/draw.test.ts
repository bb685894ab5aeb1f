import { afterEach, expect, test } from 'vitest';
import { type DrawingService, startDrawing } from './draw.ts';

let service: DrawingService | null = null;

afterEach(() => service?.close());

function moody(timeLimit = 20_000): DrawingService {
  const worker = new URL('./fixtures/workers/moody.ts', import.meta.url);
  service = startDrawing({ worker, timeLimit });
  return service;
}

test('mermaid draws in a process of its own', async () => {
  service = startDrawing();
  const drawing = await service.draw('flowchart LR\n  A["Ann"] --> B["Bob"]');
  expect([drawing.kind, drawing.kind === 'drawn' && drawing.relations]).toEqual([
    'drawn',
    ['Ann → Bob'],
  ]);
  expect('window' in globalThis).toBe(false);
}, 60_000);

test('a diagram that never ends is stopped after its time limit, and the next one is drawn', async () => {
  const { draw } = moody(1500);
  const drawings = await Promise.all([draw('one'), draw('hang'), draw('two')]);
  expect(drawings).toEqual([
    { kind: 'failed', message: 'one', line: null },
    { kind: 'failed', message: 'The diagram was not drawn within 1.5 seconds.', line: null },
    { kind: 'failed', message: 'two', line: null },
  ]);
}, 30_000);

test('a process that ends costs one diagram', async () => {
  const { draw } = moody();
  const drawings = await Promise.all([draw('throw'), draw('one'), draw('exit'), draw('two')]);
  expect(drawings.map((drawing) => drawing.kind === 'failed' && drawing.message)).toEqual([
    'The renderer broke off: out of paper.',
    'one',
    'The renderer broke off: it did not say why.',
    'two',
  ]);
}, 30_000);

test('dates are drawn in one time zone on every machine', async () => {
  const { draw } = moody();
  expect(await draw('zone')).toEqual({ kind: 'failed', message: 'UTC', line: null });
}, 30_000);
