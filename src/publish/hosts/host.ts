import type { Placement } from './placement.ts';

/** A host that the site can be put on. */
export interface Host {
  /** Its name in the table of `hosts.md`. */
  name: string;
  /** The file beside this one that says how. */
  guide: string;
  /** The columns of the table in `hosts.md`. */
  support: {
    headers: string;
    notFoundPage: string;
    compressed: string;
    /** Points of MDN's HTTP Observatory. */
    observatory: string;
    /** With what it was tried. */
    tried: string;
  };
  files(placement: Placement): HostFile[];
}

/** A file that a host reads. */
export interface HostFile {
  /** Path in the site's folder where it is published, otherwise in `.stet/hosts/`. */
  path: string;
  text: string;
  /** True where the host reads it from the site's folder. */
  published: boolean;
}
