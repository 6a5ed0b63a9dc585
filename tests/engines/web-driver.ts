import { type Engine, keys } from './engine.ts';

/** Sends a command of the W3C's WebDriver protocol, by the name that Marionette has for it, and gives its value. */
export type Send = (command: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** The name under which WebDriver writes the reference to an element. */
const element = 'element-6066-11e4-a52e-4f735466cecf';

/** Scrolls to what a selector names, where it is not in view. */
const intoView = `const one = document.querySelector(arguments[0]);
  const { top, bottom } = one?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (top < 0 || bottom > innerHeight) one.scrollIntoView({ block: 'center', behavior: 'instant' });`;

/** An engine that is driven by WebDriver. @param close ends the browser and what was started for it */
export function webDriver(send: Send, canPrint: boolean, close: () => Promise<void>): Engine {
  const run = (script: string, ...args: readonly unknown[]) =>
    send('WebDriver:ExecuteScript', { script, args });
  return {
    open: async (url) => void (await send('WebDriver:Navigate', { url })),
    run,
    async click(selector) {
      await run(intoView, selector); // WebKit's driver does not scroll to all that it is to click
      const found = await send('WebDriver:FindElement', { using: 'css selector', value: selector });
      await send('WebDriver:ElementClick', { id: textOf(found, element) });
    },
    async press(...pressed) {
      const actions = pressed.flatMap((key) => {
        const value = keys[key] ?? key;
        return [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
      });
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async resize(width, height) {
      // the window has a frame and bars, whose size is only known when it is there
      for (let [wide, high] = [width, height], round = 0; round < 2; round++) {
        await send('WebDriver:SetWindowRect', { width: wide, height: high });
        const [innerWidth, innerHeight] = numbersOf(await run('return [innerWidth, innerHeight]'));
        wide += width - innerWidth;
        high += height - innerHeight;
      }
    },
    back: async () => void (await send('WebDriver:Back', {})),
    async print() {
      if (!canPrint) return null;
      return Buffer.from(textIn(await send('WebDriver:Print', {})), 'base64');
    },
    async picture() {
      return Buffer.from(textIn(await send('WebDriver:TakeScreenshot', { full: false })), 'base64');
    },
    close,
  };
}

/** Marionette wraps what it gives in an object with `value`. */
function textIn(answer: unknown): string {
  return typeof answer === 'string' ? answer : textOf(answer, 'value');
}

function textOf(answer: unknown, key: string): string {
  const value =
    typeof answer === 'object' && answer !== null
      ? Object.entries(answer).find(([name]) => name === key)
      : [];
  const text = value?.[1];
  if (typeof text !== 'string') throw new Error(`No ${key} in ${JSON.stringify(answer)}`);
  return text;
}

function numbersOf(value: unknown): [number, number] {
  if (!Array.isArray(value)) throw new Error(`No list: ${JSON.stringify(value)}`);
  return [Number(value[0]), Number(value[1])];
}
