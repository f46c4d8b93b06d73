/** What one tab of a browser tells the others. It names nobody but staff, by an opaque id. */
export type TabNews =
  /** Somebody signed out: nothing of theirs stays anywhere. */
  | { readonly kind: 'left' }
  /** The session is over, or locked. */
  | { readonly kind: 'ended' | 'locked' }
  /** Somebody signed in, or unlocked their session. */
  | { readonly kind: 'entered'; readonly staffId: string };

const name = 'cairn';
let channel: BroadcastChannel | null = null;

/** One for the whole tab: a channel hears what others post, and never itself. */
const ofThisTab = (): BroadcastChannel => (channel ??= new BroadcastChannel(name));

export const tellTabs = (news: TabNews): void => ofThisTab().postMessage(news);

/** Hears the other tabs until the answer is called. */
export function hearTabs(listener: (news: TabNews) => void): () => void {
  const here = ofThisTab();
  const hear = ({ data }: MessageEvent<TabNews>) => listener(data);
  here.addEventListener('message', hear);
  return () => {
    here.removeEventListener('message', hear);
    here.close();
    channel = null;
  };
}
