/** Links of which a preview may be shown: those inside the site that stand in a text or lead to one. */
export const previewedLinks =
  ':is(.prose, .others, .essays) a:not([href*=":"], .heading-link, .back, .comment-count)';
