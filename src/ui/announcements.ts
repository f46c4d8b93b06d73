type Listener = () => void;

const listeners = new Set<Listener>();
let latestMessage = '';

/** Says one message in the page's live region. The same message twice is said twice. */
export function announce(message: string): void {
  // A region that gets the same text again stays silent, so an invisible space makes it differ.
  latestMessage = message === latestMessage ? `${message}\u00A0` : message;
  for (const listener of listeners) listener();
}

export const latestAnnouncement = (): string => latestMessage;

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
