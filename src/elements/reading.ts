import './page-contents.ts';
import './place-link.ts';
import './reading-place.ts';
import './side-notes.ts';
import './when-wanted.ts';
