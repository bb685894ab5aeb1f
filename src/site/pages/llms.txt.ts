import type { APIRoute } from 'astro';
import { llmsText } from '../llms.ts';
import { readNotes } from '../records.ts';

export const GET: APIRoute = () => new Response(llmsText(readNotes()));
