/** Where a server shows the site. */
export interface Placement {
  /** Domain, for example `stet.example`; for nginx also the port: see `listen`. */
  name: string;
  /** What nginx listens on: a port or an address with a port. */
  listen: string;
  /** Path under which the site appears, with slashes at both ends. */
  mount: string;
  /** The folder that holds the built site, absolute, without a slash at its end. */
  folder: string;
}

/** The placement of a site, by its `site.url`. */
export function placementOf(url: string, folder: string): Placement {
  const { hostname, pathname } = new URL(url);
  return { name: hostname, listen: '80', mount: pathname, folder };
}
