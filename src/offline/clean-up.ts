/* What a browser gets that once kept pages of a site which no longer offers it: everything is deleted. */

declare const registration: ServiceWorkerRegistration;
declare function skipWaiting(): Promise<void>;
declare class ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(deleteAll());
});

async function deleteAll(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(`stet ${registration.scope} `)) await caches.delete(name);
  await registration.unregister();
}

export {};
