/** The part of a file that a request asks for: both ends are sent. `unsatisfiable` is answered with 416, `whole` with all of it. */
export type RequestedRange = { first: number; last: number } | 'unsatisfiable' | 'whole';

/**
 * Reads the field `Range` as RFC 9110 (14.1.2) has it. What is no range of bytes, has its ends the wrong way round, or
 * lists several is ignored, as a server may.
 * @param size of the file, in bytes
 */
export function requestedRange(field: string, size: number): RequestedRange {
  const [, from, to] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(field) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  if (from === '') {
    const length = Number(to);
    if (length === 0 || size === 0) return 'unsatisfiable';
    return { first: Math.max(0, size - length), last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return 'whole';
  if (first >= size) return 'unsatisfiable';
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
