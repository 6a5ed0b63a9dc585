import { expect, it } from 'vitest';
import { plainImports } from '../../../src/publish/portable-scripts.ts';

it('leaves imports at run time to the browser, and keeps no lists of what they load', () => {
  const code = [
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./a.js","./b.js"])))=>i.map(i=>d[i]);',
    'var e=e=>e();x(()=>e(()=>import(`./a.js`),__vite__mapDeps([0,1]),import.meta.url));',
    'e(async()=>{let{y:t}=await import(`./b.js`);return{y:t}},[],import.meta.url);new URL(`c`,import.meta.url)',
  ].join('\n');
  expect(plainImports(code)).toBe(
    [
      'var e=e=>e();x(()=>import(`./a.js`));',
      'e(async()=>{let{y:t}=await import(`./b.js`);return{y:t}});new URL(`c`,import.meta.url)',
    ].join('\n'),
  );
});
