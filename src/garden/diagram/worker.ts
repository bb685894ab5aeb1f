import { parentPort } from 'node:worker_threads';
import { createPainter } from './painter.ts';

// Dates in gantt charts are local times: the same everywhere.
process.env['TZ'] = 'UTC';

const painter = createPainter();

parentPort?.on('message', async ({ number, source }: { number: number; source: string }) => {
  const drawing = await (await painter).paint(source);
  parentPort?.postMessage({ number, drawing });
});
