/** Types of a service worker's globals: TypeScript loads either those of pages or of workers. */

export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}

export const scope = globalThis as unknown as WorkerScope;

/** Path below which the worker handles requests. */
export const base = new URL(scope.registration.scope).pathname;
