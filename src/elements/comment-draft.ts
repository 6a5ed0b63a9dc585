import { storedSetting, storeSetting } from './stored-setting.ts';

/** What a reader wrote and did not send, by the names of the fields. */
export type Draft = Partial<Record<string, string>>;

/** Each essay has a draft of its own. */
const key = () => `comment:${location.pathname.replace(/index\.html$/, '')}`;

/** The draft of this page; empty where there is none, or where the browser's store is closed. */
export function storedDraft(): Draft {
  try {
    const stored: unknown = JSON.parse(storedSetting(key()) ?? '{}');
    const entries = Object.entries(stored ?? {}).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(entries);
  } catch {
    return {}; // it was written by something else
  }
}

/** Keeps a draft in this browser; null removes it. */
export function storeDraft(draft: Draft | null): void {
  storeSetting(key(), draft && JSON.stringify(draft));
}

/** 128 random bits as hexadecimal digits. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
