/*
 * On a page with a recording of its text: loads what follows the recording when a reader first plays it, and lets the
 * times in its list move the player that is there. Without it they open the recording itself, at the same moment.
 */

const load = () => import('./reading-along.ts');

function follow(player: EventTarget | null): void {
  const figure = player instanceof HTMLAudioElement && player.closest<HTMLElement>('.reading');
  if (figure) load().then(({ readAlong }) => readAlong(player, figure), console.warn);
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = target.closest<HTMLAnchorElement>('.reading-times a[href*="#t="]');
  const player = link?.closest('.reading')?.querySelector('audio');
  if (!link || !player) return;
  event.preventDefault();
  player.currentTime = Number(link.hash.slice('#t='.length));
  player.play().catch(console.warn);
}

document.addEventListener('play', ({ target }) => follow(target), { capture: true }); // the event does not bubble
for (const player of document.querySelectorAll<HTMLAudioElement>('.reading audio'))
  if (!player.paused) follow(player);
document.addEventListener('click', onClick);

export {};
