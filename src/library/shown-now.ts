import { showsDrafts } from '../paths.ts';

/**
 * The properties of a page as they are now. The writing server keeps those with which it first made its list of pages;
 * a build makes it once.
 * @param props as Astro gives them
 * @param paths makes the list of pages
 */
export function shownNow<Props>(
  props: Props,
  params: Readonly<Record<string, string | undefined>>,
  paths: () => readonly { params: object; props: Props }[],
): Props {
  if (!showsDrafts) return props;
  const isThis = (own: object) => Object.entries(own).every(([name, value]) => params[name] === value);
  return paths().find((one) => isThis(one.params))?.props ?? props;
}
