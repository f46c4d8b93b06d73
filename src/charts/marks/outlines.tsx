import type { ReactNode } from 'react';
import type { MarkShape } from './mark-looks.ts';
import styles from './MarkShape.module.css';

const line = styles['line'] ?? '';
const solid = styles['solid'] ?? '';
const paper = styles['paper'] ?? '';
const rule = styles['rule'] ?? '';
const due = styles['due'] ?? '';

const diamond = (reach: number): string => `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z`;
const rightHalf = (reach: number): string => `M0 ${-reach}L${reach} 0L0 ${reach}Z`;

/** The drawing of a shape about the origin. `size` is about the width of a diamond. */
export function outlineOf(shape: MarkShape, size: number): ReactNode {
  const stroke = Math.max(1.4, size * 0.115);
  const reach = size * 0.55 - stroke * 0.7;
  const round = size * 0.43 - stroke / 2;
  switch (shape) {
    case 'dot':
      return <circle className={solid} r={size * 0.23} />;
    case 'dot-in-ring':
      return (
        <>
          <circle className={line} strokeWidth={stroke * 0.8} r={size * 0.39 - stroke * 0.4} />
          <circle className={solid} r={size * 0.175} />
        </>
      );
    case 'dot-underlined':
      return (
        <>
          <circle className={solid} r={size * 0.21} />
          {[-0.28, 0, 0.28].map((part) => (
            <circle key={part} className={solid} cx={part * size} cy={size * 0.5} r={Math.max(0.7, size * 0.065)} />
          ))}
        </>
      );
    case 'small-hollow-diamond':
      return <path className={line} strokeWidth={stroke * 0.85} d={diamond(reach * 0.74)} />;
    case 'filled-outlined-diamond':
      return <path className={due} strokeWidth={Math.max(1.6, stroke * 1.1)} d={diamond(reach)} />;
    case 'half-diamond':
      return (
        <>
          <path className={line} strokeWidth={stroke} d={diamond(reach)} />
          <path className={solid} d={rightHalf(reach)} />
        </>
      );
    case 'diamond':
      return <path className={solid} d={diamond(size * 0.54)} />;
    case 'diamond-with-hollow':
      return (
        <>
          <path className={solid} d={diamond(size * 0.54)} />
          <circle className={paper} r={size * 0.19} />
        </>
      );
    case 'hollow-diamond-with-dot':
      return (
        <>
          <path className={line} strokeWidth={stroke} d={diamond(reach * 1.1)} />
          <circle className={solid} r={size * 0.165} />
        </>
      );
    case 'split-hollow-diamond':
      return (
        <>
          <path className={line} strokeWidth={stroke} d={diamond(reach)} />
          <path className={rule} strokeWidth={stroke} d={`M0 ${-reach}V${reach}`} />
        </>
      );
    case 'hollow-diamond':
      return <path className={line} strokeWidth={stroke} d={diamond(reach)} />;
    case 'half-circle':
      return (
        <>
          <circle className={line} strokeWidth={stroke} r={round} />
          <path className={solid} d={`M0 ${-round}A${round} ${round} 0 0 0 0 ${round}Z`} />
        </>
      );
    case 'hollow-circle':
      return <circle className={line} strokeWidth={stroke} r={round} />;
    case 'circle-with-bar':
      return (
        <>
          <circle className={line} strokeWidth={stroke} r={round} />
          <path className={rule} strokeWidth={stroke} d={`M${-round} 0H${round}`} />
        </>
      );
    case 'cross':
      return (
        <path
          className={rule}
          strokeWidth={stroke * 1.15}
          d={`M${-size * 0.33} ${-size * 0.33}L${size * 0.33} ${size * 0.33}M${size * 0.33} ${-size * 0.33}L${-size * 0.33} ${size * 0.33}`}
        />
      );
    case 'square-with-diagonal':
      return (
        <>
          <rect className={line} strokeWidth={stroke} x={-size * 0.37} y={-size * 0.37} width={size * 0.74} height={size * 0.74} />
          <path className={rule} strokeWidth={stroke} d={`M${-size * 0.37} ${size * 0.37}L${size * 0.37} ${-size * 0.37}`} />
        </>
      );
    case 'dash':
      return <path className={rule} strokeWidth={stroke * 1.15} d={`M${-size * 0.3} 0H${size * 0.3}`} />;
    case 'double-dash':
      return (
        <path
          className={rule}
          strokeWidth={stroke}
          d={`M${-size * 0.3} ${-size * 0.17}H${size * 0.3}M${-size * 0.3} ${size * 0.17}H${size * 0.3}`}
        />
      );
    case 'nothing':
      return null;
  }
  shape satisfies never;
}
