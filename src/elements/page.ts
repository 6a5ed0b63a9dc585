import './known-fonts.ts';
import './page-contents.ts';
import './page-keys.ts';
import './reading-position.ts';
import './side-notes.ts';
import './site-search.ts';
import './theme-switch.ts';
import './on-first-use.ts';
