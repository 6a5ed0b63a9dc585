import { storedSetting, storeSetting } from './stored-setting.ts';

/** A section that was changed, as the site says it. */
interface ChangedSection {
  id: string;
  day: string;
  text: string;
}

const versions = document.querySelector<HTMLAnchorElement>('footer time + a');
/** The day of the version on this page; a text that was never changed has none: it is before all changes. */
const current = document.querySelector<HTMLTimeElement>('footer time')?.dateTime ?? '0';
const setting = `read:${location.pathname}`;
const read = storedSetting(setting);
if (read === null) storeSetting(setting, current);
else if (versions && read < current) markChangedSections(versions.href, read, current).catch(console.warn);

/**
 * Marks the sections that were changed since the version that the reader has read, in words above their headings, and
 * stores the current version when all of them have been seen. The text does not move.
 * @param address of the page of versions
 * @param last the day of the version that was read, or `0` for the first one
 * @param now the day of the current one
 */
async function markChangedSections(address: string, last: string, now: string): Promise<void> {
  const response = await fetch(`${address}sections.json`);
  if (!response.ok) return;
  const sections: ChangedSection[] = await response.json();
  const unseen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) unseen.delete(target);
    if (unseen.size > 0) return;
    observer.disconnect();
    storeSetting(setting, now);
  });
  for (const { id, day, text } of sections) {
    const start = id === '' ? document.querySelector('.prose > p') : document.getElementById(id);
    if (day <= last || !start) continue;
    const note = document.createElement('a');
    note.className = 'changed-since';
    note.href = `${address}#day-${day}`;
    note.textContent = text;
    if (id === '') start.prepend(note);
    else start.after(note);
    unseen.add(note);
  }
  for (const note of unseen) observer.observe(note);
  if (unseen.size === 0) storeSetting(setting, now);
}
