import { z } from 'zod';

/**
 * What a site says of the versions of an essay: `dates`, when which sections were changed; `words`, also which words,
 * those that were removed among them; `off`, nothing.
 */
export const historySetting = z.enum(['dates', 'words', 'off']);

export type HistorySetting = z.infer<typeof historySetting>;

/** What holds where neither the essay nor the site says it: no removed word is published again. */
export const defaultHistory: HistorySetting = 'dates';
