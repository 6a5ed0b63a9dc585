/** A file that a build makes, named by its path below some folder. */
export interface MadeFile {
  path: string;
  content: Uint8Array;
}
