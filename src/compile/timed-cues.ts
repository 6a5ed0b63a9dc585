/** A part of a recording, from a file of WebVTT. */
export interface TimedCue {
  /** The first line of the cue, by which it is named; empty where it has none. */
  id: string;
  /** In seconds from the start of the recording. */
  start: number;
  end: number;
  /** Line of its times in the file, counted from 1. */
  line: number;
}

/** The times of a cue (WebVTT, 4.1): hours may be missing, and settings follow. */
const times = /^((?:\d+:)?\d\d:\d\d\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d\d:\d\d\.\d{3})(?:[ \t].*)?$/;

/**
 * The cues of a file of WebVTT. Notes, styles and regions are passed over.
 * @returns the line of what is no WebVTT, counted from 1, where the file is none
 */
export function timedCues(text: string): { cues: TimedCue[] } | { wrongLine: number } {
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(first)) return { wrongLine: 1 };
  const cues: TimedCue[] = [];
  for (let at = endOfBlock(lines, 0); at < lines.length; at = endOfBlock(lines, at)) {
    while (lines[at] === '') at += 1;
    const [head = '', next = ''] = lines.slice(at);
    if (at >= lines.length || /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(head)) continue;
    const hasId = !head.includes('-->');
    const line = at + (hasId ? 1 : 0) + 2; // that of the head is the first
    const [, start, end] = times.exec(hasId ? next : head) ?? [];
    if (start === undefined || end === undefined) return { wrongLine: line };
    cues.push({ id: hasId ? head.trim() : '', start: seconds(start), end: seconds(end), line });
  }
  return { cues };
}

/** Where the empty line is behind the block in which a line stands. */
function endOfBlock(lines: readonly string[], from: number): number {
  const end = lines.indexOf('', from);
  return end < 0 ? lines.length : end;
}

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
