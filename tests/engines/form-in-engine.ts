import { expect } from 'vitest';
import { essay } from '../browser/site-in-browser.ts';
import type { Engine } from './engine.ts';
import type { Site } from './served-comments.ts';

/** What a reader does with the form for comments in an engine, which has started when the first of it is asked for. */
export function formInEngine(engine: () => Engine) {
  const field = (name: string) => `#leave-a-comment-${name}`;
  const sendButton = '#leave-a-comment button[type=submit]';
  /** Waits until an expression is true in the page. */
  const until = (expression: string) =>
    expect.poll(() => engine().run(`return Boolean(${expression})`), { message: expression }).toBe(true);
  const read = (expression: string) => engine().run(`return ${expression}`);
  const written = (name: string) => read(`document.querySelector('${field(name)}').value`);
  const isReady =
    'document.querySelector("#leave-a-comment .actions button[type=button]")?.checkVisibility()';
  const focused = () => read('document.activeElement.id');

  /** Opens the essay as a reader who was never here. */
  async function openEssay(site: Site, width = 1280): Promise<void> {
    await engine().resize(width, 800);
    await engine().open(`${site.address}about/`);
    await engine().run('localStorage.clear(); sessionStorage.clear()');
    await engine().open(site.address + essay);
    await until('document.readyState === "complete"');
  }
  async function openForm(site: Site, width?: number): Promise<void> {
    await openEssay(site, width);
    await unfold();
  }
  async function unfold(): Promise<void> {
    await until('document.readyState === "complete"');
    await engine().run('document.querySelector("comment-form").scrollIntoView({ block: "center" })');
    await engine().click('comment-form summary');
    await until(isReady);
  }
  async function write(name: string, text: string): Promise<void> {
    await engine().click(field(name));
    await engine().press(...text);
  }

  return { sendButton, isReady, until, read, written, focused, openEssay, openForm, unfold, write };
}
