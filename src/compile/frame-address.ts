/** Where a film, a map or the like is shown in a frame, and where a reader finds it on its own site. */
export interface FrameAddress {
  frame: URL;
  page: URL;
}

/** Reads the address of a frame, or of the page of a film at a well-known site. @returns null for what is no address on the web */
export function frameAddress(source: string): FrameAddress | null {
  const text = source.startsWith('//') ? `https:${source}` : source;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.protocol = 'https:';
  return youtube(url) ?? vimeo(url) ?? { frame: url, page: url };
}

function youtube(url: URL): FrameAddress | null {
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  if (!['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host)) return null;
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean);
  const id =
    host === 'youtu.be'
      ? first
      : first === 'watch'
        ? (url.searchParams.get('v') ?? '')
        : /^(?:embed|shorts|live)$/.test(first)
          ? second
          : '';
  if (!/^[\w-]+$/.test(id) || id === 'videoseries') return null;
  const site = host === 'youtube-nocookie.com' ? 'www.youtube-nocookie.com' : 'www.youtube.com';
  const frame = new URL(`https://${site}/embed/${id}`);
  const start = url.searchParams.get('start') ?? url.searchParams.get('t')?.replace(/s$/, '');
  if (start && /^\d+$/.test(start)) frame.searchParams.set('start', start);
  return { frame, page: new URL(`https://www.youtube.com/watch?v=${id}`) };
}

function vimeo(url: URL): FrameAddress | null {
  const id = /^\/(?:video\/)?(\d+)$/.exec(url.pathname)?.[1];
  if (!/^(?:www\.|player\.)?vimeo\.com$/.test(url.hostname) || id === undefined) return null;
  const frame = new URL(`https://player.vimeo.com/video/${id}`);
  frame.search = url.search;
  return { frame, page: new URL(`https://vimeo.com/${id}`) };
}
