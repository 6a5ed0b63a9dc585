import style from '../styles/reading-along.css?inline';
import { newElement } from './new-element.ts';

/** Players that are followed. */
const followed = new WeakSet<HTMLAudioElement>();

/**
 * Marks the part of the text that is being read, by the cues of the player, which are named by ids. The page scrolls
 * with it only after the reader has asked for that. Called again for a player, it does nothing.
 */
export function readAlong(player: HTMLAudioElement, figure: HTMLElement): void {
  const track = [...player.textTracks].find(({ kind }) => kind === 'metadata');
  if (!track || followed.has(player)) return;
  followed.add(player);
  adoptStyle();
  const scroll = newElement('input', { type: 'checkbox' });
  const label = newElement(
    'label',
    { className: 'reading-scroll' },
    scroll,
    ` ${figure.dataset['follow'] ?? ''}`,
  );
  player.after(label);
  scroll.addEventListener('change', () => scroll.checked && marked()?.scrollIntoView(inMiddle()));
  const follow = () => {
    const cue = track.activeCues?.[track.activeCues.length - 1];
    const block = cue && !player.ended ? document.getElementById(cue.id) : null;
    if (block === marked()) return;
    marked()?.removeAttribute('data-reading');
    block?.setAttribute('data-reading', '');
    if (scroll.checked) block?.scrollIntoView(inMiddle());
  };
  track.addEventListener('cuechange', follow);
  player.addEventListener('ended', follow);
  track.mode = 'hidden'; // its cues are loaded now, and not shown
}

function marked(): Element | null {
  return document.querySelector('[data-reading]');
}

function inMiddle(): ScrollIntoViewOptions {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { block: 'center', behavior: isCalm ? 'instant' : 'smooth' };
}

function adoptStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
