import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { documentProcessor } from './src/library/mdx-processor.ts';
import { steadyPictures } from './src/library/steady-pictures.ts';
import { preparedFonts } from './src/publish/fonts.ts';
import { ownerTheme } from './src/publish/owner-theme.ts';
import { portableScripts } from './src/publish/portable-scripts.ts';
import { site } from './src/site.ts';
import { words } from './src/words/words.ts';
import { wordsModule } from './src/words/words-module.ts';

export default defineConfig({
  site: site.url,
  outDir: './.stet/unpublished', // `npm run build` names a folder of its own and publishes what passes
  cacheDir: './.stet/cache',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  image: { layout: 'constrained' },
  markdown: { processor: documentProcessor(), syntaxHighlight: false },
  vite: {
    plugins: [
      wordsModule('search', words.search.messages),
      wordsModule('comment', words.comment.messages),
      wordsModule('settings', {
        ...words.settings,
        theme: words.theme,
        keys: words.keys,
        offline: site.offline === false ? null : words.offline,
      }),
      ownerTheme(),
    ],
    build: {
      cssTarget: ['safari18', 'ios18'], // without a target the minifier leaves out what only WebKit reads
      assetsInlineLimit: 0, // files keep names of their own, and the policy of the pages can stay strict
      modulePreload: false, // its helper asks by absolute addresses; ours are relative
      rolldownOptions: {
        // Astro's own marker in every MDX module, which the bundler would announce once for each essay
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
  integrations: [mdx(), steadyPictures(), preparedFonts(), portableScripts()],
});
