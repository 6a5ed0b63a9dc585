import { words } from '../../words/words.ts';

/** What a book holds, as far as it matters to those who read it in another way than with their eyes. */
export interface BookContent {
  hasPictures: boolean;
  /** A picture that may move. */
  hasAnimations: boolean;
  /** A picture that has no text in its place. */
  hasUndescribed: boolean;
  hasFormulas: boolean;
}

/**
 * The metadata by which a reader finds out whether a book suits them (EPUB Accessibility 1.1, section 2), as names and
 * values. It claims no conformance: that names a certifier, who has looked at the book.
 */
export function accessibilityOf(content: BookContent): [name: string, value: string][] {
  const { hasPictures, hasAnimations, hasUndescribed, hasFormulas } = content;
  const list: [string, string | false][] = [
    ['schema:accessMode', 'textual'],
    ['schema:accessMode', hasPictures && 'visual'],
    ['schema:accessModeSufficient', hasPictures && 'textual,visual'],
    ['schema:accessModeSufficient', !hasUndescribed && 'textual'],
    ['schema:accessibilityFeature', 'structuralNavigation'],
    ['schema:accessibilityFeature', 'tableOfContents'],
    ['schema:accessibilityFeature', 'readingOrder'],
    ['schema:accessibilityFeature', 'displayTransformability'],
    ['schema:accessibilityFeature', hasPictures && !hasUndescribed && 'alternativeText'],
    ['schema:accessibilityFeature', hasFormulas && 'MathML'],
    ['schema:accessibilityHazard', hasAnimations ? 'unknown' : 'none'],
    ['schema:accessibilitySummary', words.book.accessibility],
  ];
  return list.flatMap(([name, value]): [string, string][] => (value === false ? [] : [[name, value]]));
}
