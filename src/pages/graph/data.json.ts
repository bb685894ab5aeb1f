import type { APIRoute } from 'astro';
import { graphData } from '../../graph-data.ts';
import { readGraph, readNotes } from '../../records.ts';

/** The whole garden as `client/graph` draws it. */
export const GET: APIRoute = () => Response.json(graphData(readNotes(), readGraph()));
