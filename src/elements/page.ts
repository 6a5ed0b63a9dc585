import './page-contents.ts';
import './page-keys.ts';
import './reading-place.ts';
import './side-notes.ts';
import './site-search.ts';
import './theme-switch.ts';
import './when-wanted.ts';
