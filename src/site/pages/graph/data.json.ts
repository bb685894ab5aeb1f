import type { APIRoute } from 'astro';
import { graphData } from '../../../garden/graph/graph-data.ts';
import { withBase } from '../../address.ts';
import { placesOf } from '../../graph-places.ts';
import { readGraph, readNotes, readSite } from '../../records.ts';

/** The whole garden as `client/graph` draws it. */
export const GET: APIRoute = () => {
  const data = graphData(readNotes(), readGraph(), readSite().tags, withBase);
  const places = placesOf(data, process.env.GARDEN_CACHE ?? '.cache');
  return Response.json({ ...data, places });
};
