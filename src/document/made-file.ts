/** A file that a build makes, named by its path below some folder. */
export interface MadeFile {
  path: string;
  content: Uint8Array;
  /** Names the content, where it is known before it is read: the same key always has the same bytes. */
  key?: string;
}
