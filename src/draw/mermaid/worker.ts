import process from 'node:process';
import { createPainter } from './painter.ts';

process.on('disconnect', () => process.exit());

const painter = await createPainter();

process.on('message', async ({ number, source }: { number: number; source: string }) => {
  process.send?.({ number, drawing: await painter.paint(source) });
});

process.send?.({ number: 0, drawing: null });
