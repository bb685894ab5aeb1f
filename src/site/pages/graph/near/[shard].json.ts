import type { APIRoute, GetStaticPaths } from 'astro';
import { graphData } from '../../../../garden/graph/graph-data.ts';
import { nearData } from '../../../../garden/graph/near-data.ts';
import { withBase } from '../../../address.ts';
import { nearName } from '../../../near-names.ts';
import { readGraph, readNotes, readSite } from '../../../records.ts';

export const getStaticPaths = (() => {
  const data = graphData(readNotes(), readGraph(), readSite().tags, withBase);
  const names = readNotes().map((note): [string, string] => [
    withBase(note.permalink),
    nearName(note),
  ]);
  return [...nearData(data, new Map(names))].map(([shard, near]) => ({
    params: { shard },
    props: { near },
  }));
}) satisfies GetStaticPaths;

/** The local graphs of some notes, as `browser/graph/near.ts` draws them. */
export const GET: APIRoute = ({ props }) => Response.json(props['near']);
