const blocks =
  'address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video|audio';

/**
 * The text of a post as WordPress would send it to a browser: its shortcodes that stand for HTML as HTML, and a
 * paragraph for each block of lines (the classic editor stores none).
 * @param files addresses of uploaded files by their number
 */
export function wordpressHtml(content: string, files: ReadonlyMap<string, string>): string {
  const hasBlocks = content.includes('<!-- wp:');
  const html = content
    .replaceAll('\r\n', '\n')
    .replaceAll(
      /\[caption\b[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)\s*([\s\S]*?)\[\/caption\]/g,
      (_, picture: string, caption: string) =>
        `<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>`,
    )
    .replaceAll(
      /\[(?:source)?code\b([^\]]*)\]([\s\S]*?)\[\/(?:source)?code\]/g,
      (_, words: string, code: string) => {
        const language = /lang(?:uage)?=["']?([\w+#-]+)/.exec(words)?.[1] ?? '';
        const escaped = code.includes('&lt;') ? code : code.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        return `<pre><code class="language-${language}">${escaped.replace(/^\n/, '')}</code></pre>`;
      },
    )
    .replaceAll(
      /\[(?:embed|youtube|vimeo)\b[^\]]*?(?:\s|=|\])["']?(https?:[^\s\]"'[]+)["']?[^\][]*\]?(?:\[\/embed\])?/g,
      (_, address: string) => `\n\n<p><a href="${address}">${address}</a></p>\n\n`,
    )
    .replaceAll(/\[gallery\b[^\]]*ids=["']([\d,\s]+)["'][^\]]*\]/g, (whole, ids: string) => {
      const pictures = ids.split(',').map((id) => files.get(id.trim()));
      if (pictures.some((picture) => picture === undefined)) return whole;
      return pictures.map((picture) => `\n\n<p><img src="${picture}" alt=""></p>`).join('');
    });
  return hasBlocks ? html.replaceAll(/<!--\s*\/?wp:[\s\S]*?-->/g, '') : withParagraphs(html);
}

/** Blank lines separate paragraphs, line ends within one are line breaks; `<pre>` is left as it is. */
function withParagraphs(html: string): string {
  const kept: string[] = [];
  const held = html.replaceAll(/<(pre|script|style)\b[\s\S]*?<\/\1>/gi, (whole) => {
    kept.push(whole);
    return `\n\n<pre data-kept="${kept.length - 1}"></pre>\n\n`;
  });
  const block = new RegExp(`^</?(?:${blocks})\\b`, 'i');
  const separated = held
    .replaceAll(new RegExp(`(</(?:${blocks})>)\\s*\\n`, 'gi'), '$1\n\n')
    .replaceAll(new RegExp(`\\n(<(?:${blocks})\\b)`, 'gi'), '\n\n$1');
  const paragraphs = separated.split(/\n\s*\n/).map((one) => {
    const text = one.trim();
    if (text === '' || block.test(text)) return text;
    return `<p>${text.replaceAll('\n', '<br>\n')}</p>`;
  });
  return paragraphs
    .join('\n')
    .replaceAll(/<pre data-kept="(\d+)"><\/pre>/g, (_, index) => kept[Number(index)] ?? '');
}
