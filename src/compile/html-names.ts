const html = `a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details
  dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li mark math nav ol p
  picture pre q rp rt ruby s samp search section small source span strong sub summary sup svg table tbody td tfoot th
  thead time tr track u ul var video wbr`;

const svg = `circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
  feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g line
  linearGradient marker mask path pattern polygon polyline radialGradient rect stop switch symbol text textPath title
  tspan use view`;

const mathml = `annotation annotation-xml maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded
  mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
  semantics`;

/** Elements that work in every browser and run, load, send and restyle nothing of their own. (HTML Living Standard, SVG 2, MathML Core.) */
export const allowedElements: ReadonlySet<string> = new Set(`${html} ${svg} ${mathml}`.split(/\s+/));

/** Elements of HTML and SVG that a text may not have: they run code, load or send something, or change the page around the text. */
export const refusedElements: ReadonlySet<string> = new Set(
  `animate animateMotion animateTransform applet base basefont bgsound body button canvas datalist dialog discard embed
  fencedframe fieldset font foreignObject form frame frameset head html iframe image input keygen label legend link
  listing main map area marquee menu meta meter mpath noembed noframes noscript object optgroup option output param
  plaintext portal progress script select selectedcontent set slot style template textarea xmp`.split(/\s+/),
);

/** Names of the elements that have no end tag. */
export const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
