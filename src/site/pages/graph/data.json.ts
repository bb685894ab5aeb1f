import type { APIRoute } from 'astro';
import { graphData } from '../../../garden/graph/graph-data.ts';
import { withBase } from '../../address.ts';
import { readGraph, readNotes, readPlaces, readSite } from '../../records.ts';

/** The graph of the whole garden, as `browser/graph` draws it. */
export const GET: APIRoute = () => {
  const data = graphData(readNotes(), readGraph(), readSite().tags, withBase);
  return Response.json({ ...data, places: readPlaces() });
};
