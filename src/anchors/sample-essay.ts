/**
 * The slug of the essay that comes with the engine. An owner who removes it (`npm run remove-sample`) never published it,
 * though it is in the history of their repository: once it is out of the list of published essays, nobody misses it.
 */
export const sampleEssay = 'why-does-web3-ai-lose';
