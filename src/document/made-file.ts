/** A file that a build makes, named by its path below some folder. */
export interface MadeFile {
  path: string;
  content: Uint8Array;
  /** Names the content, where it is known before it is read: the same key always has the same bytes. */
  key?: string;
}

/** The same file at another path; its content is not read. */
export function movedFile(file: MadeFile, path: string): MadeFile {
  const { key } = file;
  return {
    path,
    ...(key === undefined ? {} : { key }),
    get content() {
      return file.content;
    },
  };
}
