/** A garden's graph of any size, drawn with a fixed seed: the same size gives the same graph. */

import { seededRandom } from '../../../src/draw/mermaid/seeded-random.ts';
import type { PlacedGraphData } from '../../../src/garden/graph/graph-data.ts';
import { layOut } from '../../../src/garden/graph/layout.ts';

const folders = Array.from({ length: 20 }, (_, index) => `area-${index + 1}`);
const tags = Array.from({ length: 40 }, (_, index) => [`topic-${index}`, '/tags/'] as const);
/** Links that start in each note. */
const linksEach = 5;
/** The part of them that stays in the note's folder. */
const kept = 0.75;

export interface SyntheticGraph {
  readonly data: PlacedGraphData;
  /** What laying it out cost this process, in seconds. */
  readonly layout: number;
}

/** `count` notes in twenty folders; a few notes of each folder are linked far more than the others. */
export function syntheticGraph(count: number): SyntheticGraph {
  const random = seededRandom(count);
  const notes = Array.from({ length: count }, (_, index) => {
    const title = index % 3 === 0 ? `第 ${index} 篇关于系统的笔记` : `Note ${index} about systems`;
    return [title, `/note-${index}/`, 0, [index % tags.length], index % folders.length] as const;
  });
  const pairs = new Set<number>();
  for (let from = 0; from < count; from += 1) {
    for (let link = 0; link < linksEach; link += 1) {
      // The cube of a random number is small more often than not: low numbers become hubs.
      const any = Math.floor(random() ** 3 * count);
      const near = any - (any % folders.length) + (from % folders.length);
      const to = Math.min(count - 1, random() < kept ? near : any);
      if (to !== from) pairs.add(Math.min(from, to) * count + Math.max(from, to));
    }
  }
  const links = [...pairs].flatMap((pair) => [Math.floor(pair / count), pair % count]);
  const before = process.cpuUsage().user;
  const places = [...layOut({ links: Uint32Array.from(links), count })];
  const layout = (process.cpuUsage().user - before) / 1e6;
  return { data: { notes, tags, folders, links, places }, layout };
}
