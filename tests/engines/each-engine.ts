import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** A reader with one of the engines, and what most cases ask of the page. */
export interface Reader {
  /** The name of the engine. */
  name: string;
  engine: Engine;
  /** Opens a page as a reader who was never on the site. @param home address of the site @param path from there */
  openFresh(home: string, path: string, width?: number, height?: number): Promise<void>;
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>;
  /** The value of an expression in the page. */
  read(expression: string): Promise<unknown>;
  /** The value of an expression in which `one` is the first element that is selected. */
  at(selector: string, expression: string): Promise<unknown>;
}

/** The same cases for each engine. One that is not on this machine is named, and its cases are not run. */
export function eachEngine(title: string, cases: (reader: Reader) => void): void {
  describe.each([chromium, firefox, webkit])(`${title} with $name`, ({ name, missing, start }) => {
    if (missing !== null) {
      it.skip(`was not tried: install ${missing}`, () => {});
      return;
    }
    let started: Engine;
    beforeAll(async () => {
      started = await start();
    });
    afterAll(() => started?.close());
    cases(
      readerWith(
        name,
        startedLater(() => started),
      ),
    );
  });
}

function readerWith(name: string, engine: Engine): Reader {
  const read = (expression: string) => engine.run(`return ${expression}`);
  const until = (expression: string) =>
    expect.poll(() => read(`Boolean(${expression})`), { message: expression }).toBe(true);
  return {
    name,
    engine,
    async openFresh(home, path, width = 1280, height = 800) {
      await engine.resize(width, height);
      await engine.open(`${home}about/`);
      await engine.run('localStorage.clear(); sessionStorage.clear()');
      await engine.open(home + path);
      await until('document.readyState === "complete"');
    },
    until,
    read,
    at: (selector, expression) =>
      engine.run(`const one = document.querySelector(${JSON.stringify(selector)}); return ${expression}`),
  };
}

/** An engine that cases can name before it runs. */
function startedLater(started: () => Engine): Engine {
  return {
    open: (address) => started().open(address),
    run: (script, ...args) => started().run(script, ...args),
    click: (selector) => started().click(selector),
    press: (...keys) => started().press(...keys),
    resize: (width, height) => started().resize(width, height),
    back: () => started().back(),
    print: () => started().print(),
    picture: () => started().picture(),
    close: () => started().close(),
  };
}
