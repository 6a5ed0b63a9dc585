import type { SiteConfiguration } from '../document/configuration.ts';
import type { Document } from '../document/document.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { MadeFile } from '../document/made-file.ts';

/** An essay without its body and its comments, which are read when an output wants them. */
export interface PublishedEssay extends Omit<Document<Frontmatter>, 'body' | 'comments'> {
  body(): Document<Frontmatter>['body'];
  comments(): Document<Frontmatter>['comments'];
}

/** What outputs are made of. */
export interface Publication {
  site: SiteConfiguration;
  /** Newest first, without drafts. */
  essays: readonly PublishedEssay[];
}

/** A form other than pages in which the site is published: a function from the documents to files. */
export type Output = (publication: Publication) => MadeFile[];
