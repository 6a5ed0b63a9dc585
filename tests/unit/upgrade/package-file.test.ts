import { expect, it } from 'vitest';
import { mergePackages } from '../../../src/upgrade/package-file.ts';

const base = {
  name: 'stet',
  version: '1.0.0',
  engines: { node: '>=20' },
  scripts: { build: 'old', gone: 'old' },
  devDependencies: { astro: '1.0.0', zod: '1.0.0', gone: '1.0.0' },
};
const engine = {
  name: 'stet',
  version: '2.0.0',
  engines: { node: '>=24' },
  scripts: { build: 'new' },
  dependencies: { zod: '2.0.0' },
  devDependencies: { astro: '2.0.0' },
};

it('takes scripts and packages of the engine, and keeps those that the owner added', () => {
  const owner = {
    ...base,
    name: 'my-site',
    scripts: { ...base.scripts, deploy: 'mine' },
    devDependencies: { ...base.devDependencies, chart: '3.0.0' },
  };
  const merged = mergePackages(owner, engine, base);
  expect(merged.package).toEqual({
    ...engine,
    name: 'my-site',
    scripts: { build: 'new', deploy: 'mine' },
    devDependencies: { astro: '2.0.0', chart: '3.0.0' },
  });
  expect(merged.overruled).toEqual([]);
  expect(merged.removed).toEqual(['scripts.gone', 'devDependencies.gone']);
});

it('names what the owner had changed in the entries of the engine', () => {
  const owner = {
    ...base,
    scripts: { build: 'old && mine', gone: 'mine' },
    devDependencies: { ...base.devDependencies, astro: '1.5.0' },
  };
  const merged = mergePackages(owner, engine, base);
  expect(merged.overruled).toEqual(['scripts.build (old && mine)', 'devDependencies.astro (1.5.0)']);
  expect(merged.package.scripts).toEqual({ build: 'new', gone: 'mine' });
});

it('takes nothing out, and changes no field of the owner’s, where the version before is not known', () => {
  const { package: merged, removed } = mergePackages({ ...base, license: 'MIT' }, engine, null);
  expect(removed).toEqual([]);
  expect(merged).toMatchObject({ name: 'stet', version: '1.0.0', license: 'MIT', engines: engine.engines });
  expect(merged.scripts).toEqual({ build: 'new', gone: 'old' });
  expect(merged.dependencies).toEqual({ zod: '2.0.0' });
  expect(merged.devDependencies).toEqual({ astro: '2.0.0', gone: '1.0.0' });
});
