/** A new element with properties and children. */
export function newElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/** A button that is no part of what a form sends. */
export function newButton(text: string, onclick: () => void): HTMLButtonElement {
  return newElement('button', { type: 'button', onclick }, text);
}
