import { openSearch } from '../outputs/open-search.ts';

export const GET = () =>
  new Response(openSearch(), { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
