import type { Element, ElementContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';

/** A component as an author has used it. */
export interface ComponentUse {
  id: string | undefined;
  /** What is between its tags. */
  children: ElementContent[];
  /** An attribute as text or, where it is computed, as the expression that computes it; empty where it is missing. */
  attribute(name: string): ElementContent[];
  /** `Figure 1`, for a component that is numbered. */
  label: string;
}

/** A component of the site: what it needs and which elements it becomes. */
export interface SiteComponent {
  name: string;
  /** Attributes that it cannot do without. */
  required: readonly string[];
  /** Attributes that a step before it reads. */
  others?: readonly string[];
  /** The sequence in which it is numbered. */
  numbered?: 'figure' | 'table';
  render(use: ComponentUse): Element;
}

/** A component in JSX. */
export type ComponentNode = MdxJsxFlowElementHast | MdxJsxTextElementHast;
