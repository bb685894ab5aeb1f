import type { APIRoute } from 'astro';
import { graphData } from '../../graph-data.ts';
import { placesOf } from '../../graph-places.ts';
import { readGraph, readNotes, readSite } from '../../records.ts';

/** The whole garden as `client/graph` draws it. */
export const GET: APIRoute = () => {
  const data = graphData(readNotes(), readGraph(), readSite().tags);
  const places = placesOf(data, process.env.GARDEN_CACHE ?? '.cache');
  return Response.json({ ...data, places });
};
