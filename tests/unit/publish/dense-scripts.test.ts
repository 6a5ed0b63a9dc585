import { expect, it } from 'vitest';
import { denseScripts } from '../../../src/publish/dense-scripts.ts';
import { htmlOf } from '../../../src/publish/page-html.ts';
import { parsePage } from '../../../src/publish/page-tree.ts';

it('leaves out the indentation of the script in the head, and touches no other', () => {
  const page = parsePage(
    '<!doctype html><head><script data-own="/">\n    if (a)\n      b();\n    </script><script>\n  c(`\n  d`);\n</script>',
  );
  denseScripts(page);
  expect(htmlOf(page)).toContain(
    '<script data-own="/">if (a)\nb();</script><script>\n  c(`\n  d`);\n</script>',
  );
});
