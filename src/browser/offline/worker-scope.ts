/** What a service worker finds around itself: TypeScript knows either pages or workers, not both. */

export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface AskingEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}

export const scope = globalThis as unknown as WorkerScope;

/** Path below which the worker answers. */
export const base = new URL(scope.registration.scope).pathname;
