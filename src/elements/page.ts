import './after-first-paint.ts';
import './page-contents.ts';
import './page-keys.ts';
import './reading-position.ts';
import './side-notes.ts';
import './site-search.ts';
import './reader-settings.ts';
import './on-first-use.ts';
