import './build-environment.ts';
import './on-author-error.ts';
import { compileCacheFolder } from '../paths.ts';
import { keepCompiledCode } from './compiled-code.ts';

keepCompiledCode(compileCacheFolder);
const { buildSite } = await import('./build-site.ts');
process.exitCode = await buildSite();
