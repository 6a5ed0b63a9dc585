import remarkDirective from 'remark-directive';
import type { Processor } from 'unified';

/**
 * `:::note` … `:::` as a container. Directives inside of a line, such as the `:30` of a time, and those of one line
 * stay text.
 */
export function containerDirectives(this: Processor): void {
  remarkDirective.call(this);
  const extension = this.data().micromarkExtensions?.at(-1);
  if (!extension) return;
  delete extension.text;
  const colon = 58;
  const [container] = [extension.flow?.[colon] ?? []].flat();
  extension.flow = container ? { [colon]: container } : {};
}
