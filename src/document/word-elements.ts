/** Elements of HTML that are words in a line, by name. */
export const wordElements: readonly string[] =
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var'.split(
    ' ',
  );
