import { storedSetting, storeSetting } from './stored-setting.ts';

/** A section that was changed, as the site says it. */
interface ChangedSection {
  id: string;
  day: string;
  text: string;
}

const versions = document.querySelector<HTMLAnchorElement>('footer time + a');
const now = document.querySelector<HTMLTimeElement>('footer time')?.dateTime;
const setting = `read:${location.pathname}`;
const last = storedSetting(setting);
if (versions && now && last) markChangedSections(versions.href, last, now).catch(console.warn);

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
