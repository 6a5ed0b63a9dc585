import './build-environment.ts';
import './on-author-error.ts';
import { codeFolder } from '../paths.ts';
import { keepCompiledCode } from './compiled-code.ts';

keepCompiledCode(codeFolder);
const { buildSite } = await import('./build-site.ts');
process.exitCode = await buildSite();
