import { serve } from '../../src/commands/serve.ts';

/** A built site that is served from its root. */
export interface ServedFolder {
  address: string;
  close(): void;
}

/** Serves a built site until it is closed, whoever still has a connection to it. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const { address, server } = await serve(folder, '/', 20_000 + (process.pid % 20_000));
  return {
    address,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
