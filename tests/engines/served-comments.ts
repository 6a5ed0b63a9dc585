import { serve } from '../../src/commands/serve.ts';
import type { SiteConfiguration } from '../../src/document/configuration.ts';
import { siteWithComments } from '../site/site-with-comments.ts';

/** A site with a form for comments, on a server. */
export interface Site {
  address: string;
  folder: string;
  close(): void;
}

/** @param name of the folder in `.stet/` */
export async function served(name: string, comments: SiteConfiguration['comments']): Promise<Site> {
  const folder = await siteWithComments(`engines-${name}`, comments);
  const { address, server } = await serve(folder, '/', 20_000 + (process.pid % 20_000));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address, folder, close };
}
