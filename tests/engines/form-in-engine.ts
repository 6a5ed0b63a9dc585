import { essay } from '../browser/site-in-browser.ts';
import type { Reader } from './each-engine.ts';
import type { Site } from './served-comments.ts';

/** What a reader does with the form for comments. */
export function formInEngine({ engine, openFresh, until, read }: Reader) {
  const field = (name: string) => `#leave-a-comment-${name}`;
  const sendButton = '#leave-a-comment button[type=submit]';
  const written = (name: string) => read(`document.querySelector('${field(name)}').value`);
  const isReady =
    'document.querySelector("#leave-a-comment .actions button[type=button]")?.checkVisibility()';
  const focused = () => read('document.activeElement.id');

  const openEssay = (site: Site, width?: number) => openFresh(site.address, essay, width);
  async function openForm(site: Site, width?: number): Promise<void> {
    await openEssay(site, width);
    await unfold();
  }
  async function unfold(): Promise<void> {
    await until('document.readyState === "complete"');
    await engine.run('document.querySelector("comment-form").scrollIntoView({ block: "center" })');
    await engine.click('comment-form summary');
    await until(isReady);
  }
  async function write(name: string, text: string): Promise<void> {
    await engine.click(field(name));
    await engine.press(...text);
  }

  return { sendButton, isReady, written, focused, openEssay, openForm, unfold, write };
}
