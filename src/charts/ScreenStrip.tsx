import type { MarkCode } from '#domain/drug-screens/interpret.ts';
import { MarkShape } from './marks/MarkShape.tsx';
import styles from './ScreenStrip.module.css';

const PITCH = 16;
const HEIGHT = 26;
const CENTER = 10;
const NEWEST_RULE = 24.5;

type ScreenStripProps = {
  /** Oldest first. One mark an event, whatever it held. */
  events: readonly { readonly mark: MarkCode; readonly presumptive?: boolean | undefined }[];
  /** The same facts in words: "Last 8 events: 5 as expected, 1 unexpected (response due) …" */
  label: string;
};

/** The last collections in time order, the newest underlined. */
export function ScreenStrip({ events, label }: ScreenStripProps) {
  const width = Math.max(1, events.length) * PITCH;
  return (
    <svg className={styles['strip']} role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
      {events.map((event, index) => (
        <MarkShape key={index} code={event.mark} presumptive={event.presumptive} x={(index + 0.5) * PITCH} y={CENTER} size={12} />
      ))}
      {events.length > 0 && <path className={styles['newest']} d={`M${width - PITCH + 2} ${NEWEST_RULE}h12`} />}
    </svg>
  );
}
