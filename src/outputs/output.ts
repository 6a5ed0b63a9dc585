import type { SiteConfiguration } from '../document/configuration.ts';
import type { Document } from '../document/document.ts';
import type { Frontmatter, PageMetadata } from '../document/frontmatter.ts';
import type { LanguageVersion } from '../document/language-version.ts';
import type { MadeFile } from '../document/made-file.ts';

/** An essay without its body and its comments, which are read when an output wants them. */
export interface PublishedEssay extends Omit<Document<Frontmatter>, 'body' | 'comments'> {
  /** The slug under which it was first published, where it is another now. */
  firstSlug?: string | undefined;
  body(): Document<Frontmatter>['body'];
  comments(): Document<Frontmatter>['comments'];
}

/** A page that belongs to the site and not to its list of essays. */
export interface PublishedPage {
  /** Its name in the address, for example `about`. */
  slug: string;
  metadata: PageMetadata;
}

/** A translation of an essay: its slug is the essay's with the language, `tides/de`. */
export interface PublishedTranslation {
  slug: string;
  /** The slug of the essay. */
  original: string;
  metadata: Frontmatter;
}

/** What outputs are made of. */
export interface Publication {
  site: SiteConfiguration;
  /** Newest first, without drafts. */
  essays: readonly PublishedEssay[];
  /** By name. */
  pages: readonly PublishedPage[];
  /** By their essays. */
  translations: readonly PublishedTranslation[];
  /** The file of an essay that `EssayOutput`s have made, by its path in the site. @throws where there is none */
  file(path: string): Uint8Array;
}

/** An address that an output gives the site, for the table of addresses. */
export interface EmittedAddress {
  /** From the site's root, with `<slug>` for what differs, for example `/essays/<slug>/index.md`. */
  address: string;
  /** What is there, as a sentence. */
  what: string;
}

/**
 * A form other than pages in which the whole site is published. Its files depend on nothing but the publication: they
 * are taken from the cache while that is the same.
 */
export interface Output {
  addresses: readonly EmittedAddress[];
  files(publication: Publication): MadeFile[] | Promise<MadeFile[]>;
}

/** A picture beside a text, made ready for any form: at most 1,600 pixels wide, and without what a camera noted. */
export interface PortablePicture {
  /** Its path in the site, for example `essays/a-slug/waves.png`. */
  path: string;
  content: Uint8Array;
}

/** What a form of one essay is made of. */
export interface EssayInput {
  site: SiteConfiguration;
  essay: PublishedEssay;
  /** In all languages, the essay itself first; none where there is only one. */
  versions: readonly LanguageVersion[];
  /** The pictures that the text shows, by their address as it is in the text. */
  pictures: ReadonlyMap<string, PortablePicture>;
}

/**
 * A form of one essay. Its files depend on nothing but the essay, its languages and the configuration: they are made again only when
 * one of these has changed, so that a library of a thousand essays costs what one essay does.
 */
export interface EssayOutput {
  addresses: readonly EmittedAddress[];
  files(input: EssayInput): MadeFile[] | Promise<MadeFile[]>;
}
