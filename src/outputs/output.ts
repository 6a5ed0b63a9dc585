import type { SiteConfiguration } from '../document/configuration.ts';
import type { Document } from '../document/document.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { MadeFile } from '../document/made-file.ts';

/** An essay without its body, which is read when an output wants it. */
export interface PublishedEssay extends Omit<Document<Frontmatter>, 'body'> {
  body(): Document<Frontmatter>['body'];
}

/** What outputs are made of. */
export interface Publication {
  site: SiteConfiguration;
  /** Newest first, without drafts. */
  essays: readonly PublishedEssay[];
}

/** A form other than pages in which the site is published: a function from the documents to files. */
export type Output = (publication: Publication) => MadeFile[];
