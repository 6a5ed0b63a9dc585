export { site } from '../fixtures/site.ts';
